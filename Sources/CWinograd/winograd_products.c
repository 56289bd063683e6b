#include "winograd_products.h"

static size_t panels(const struct winograd_products *shape) { return (shape->filters + 15) / 16; }

size_t winograd_products_units(const struct winograd_products *shape, size_t products) {
    return products * panels(shape);
}

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,fma")))
// Twelve sums, two weights and a factor are the fifteen registers that a step of the innermost loop takes.
#define MOST_TILES 6

bool winograd_products_supported(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

/// So many tiles times 16 filters, of which `blocks` times 8 are kept; both are constants where this is inlined.
AVX2 __attribute__((always_inline)) static inline void multiply(const struct winograd_products *shape,
                                                                const float *source, const float *weights,
                                                                float *destination, int tiles, int blocks) {
    __m256 sums[MOST_TILES][2];
    for (int tile = 0; tile < tiles; tile++)
        for (int block = 0; block < blocks; block++) sums[tile][block] = _mm256_setzero_ps();
    for (size_t first = 0; first < shape->channels; first += 8) {
        for (int channel = 0; channel < 8; channel++) {
            __m256 low = _mm256_loadu_ps(weights);
            __m256 high = _mm256_loadu_ps(weights + 8);
            for (int tile = 0; tile < tiles; tile++) {
                __m256 factor = _mm256_broadcast_ss(source + tile * 8 + channel);
                sums[tile][0] = _mm256_fmadd_ps(factor, low, sums[tile][0]);
                if (blocks > 1) sums[tile][1] = _mm256_fmadd_ps(factor, high, sums[tile][1]);
            }
            weights += 16;
        }
        source += shape->tiles * 8;
    }
    for (int block = 0; block < blocks; block++)
        for (int tile = 0; tile < tiles; tile++)
            _mm256_store_ps(destination + (block * shape->tiles + tile) * 8, sums[tile][block]);
}

AVX2 __attribute__((always_inline)) static inline void multiply_all(const struct winograd_products *shape,
                                                                    const float *source, const float *weights,
                                                                    float *destination, int blocks) {
    size_t tile = 0;
    for (; tile + MOST_TILES <= shape->tiles; tile += MOST_TILES)
        multiply(shape, source + tile * 8, weights, destination + tile * 8, MOST_TILES, blocks);
    source += tile * 8;
    destination += tile * 8;
    switch (shape->tiles - tile) {
    case 1: multiply(shape, source, weights, destination, 1, blocks); break;
    case 2: multiply(shape, source, weights, destination, 2, blocks); break;
    case 3: multiply(shape, source, weights, destination, 3, blocks); break;
    case 4: multiply(shape, source, weights, destination, 4, blocks); break;
    case 5: multiply(shape, source, weights, destination, 5, blocks); break;
    }
}

AVX2 void winograd_products_run(const struct winograd_products *shape, const float *source, const float *weights,
                                float *destination, size_t first, size_t end) {
    for (size_t unit = first; unit < end; unit++) {
        size_t product = unit / panels(shape), panel = unit % panels(shape);
        const float *from = source + product * shape->channels * shape->tiles;
        const float *by = weights + unit * shape->channels * 16;
        float *to = destination + (product * shape->filters + panel * 16) * shape->tiles;
        if (panel * 16 + 16 <= shape->filters)
            multiply_all(shape, from, by, to, 2);
        else
            multiply_all(shape, from, by, to, 1);
    }
}

#else

bool winograd_products_supported(void) { return false; }

void winograd_products_run(const struct winograd_products *shape, const float *source, const float *weights,
                           float *destination, size_t first, size_t end) {}

#endif
