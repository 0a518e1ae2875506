#pragma once

// Compiles a kernel once for each instruction set; the loader picks the one for the processor it finds. It does so
// before the address sanitizer is ready, hence not there.
#if defined(__x86_64__) && defined(__ELF__) && !defined(__SANITIZE_ADDRESS__)
#define WAYWORTH_VECTOR_KERNEL [[gnu::target_clones("avx512f", "avx2", "default")]]
#else
#define WAYWORTH_VECTOR_KERNEL
#endif
