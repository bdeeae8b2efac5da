// The room is laid out; its first tests follow.
