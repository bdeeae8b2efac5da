#include "CBundledData.h"
void jixiao_bundled_data(void) {}
