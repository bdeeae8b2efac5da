void jixiao_bundled_data(void);
