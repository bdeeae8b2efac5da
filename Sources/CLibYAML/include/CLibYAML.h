// libyaml, as Debian ships it (libyaml-dev); YAMLText is the only room that knows it.
#include <yaml.h>
