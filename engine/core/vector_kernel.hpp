#pragma once

// Compiles a kernel once for each instruction set; the loader picks the one for the processor it finds. It does so
// before the address sanitizer is ready, hence not there; nor where a test asks for what every processor can do.
#if defined(__x86_64__) && defined(__ELF__) && !defined(__SANITIZE_ADDRESS__) && !defined(WAYWORTH_PLAIN_KERNELS)
#define WAYWORTH_VECTOR_KERNEL [[gnu::target_clones("avx512f", "avx2", "default")]]
#else
#define WAYWORTH_VECTOR_KERNEL
#endif

// Before a loop over trials: no trial reads what another one writes, even where the result takes the place of an
// argument, so the loop may go several trials at a time.
#if defined(__clang__)
#define WAYWORTH_TRIAL_BY_TRIAL
#else
#define WAYWORTH_TRIAL_BY_TRIAL _Pragma("GCC ivdep")
#endif
