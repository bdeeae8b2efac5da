// The room is laid out; its first files follow.
