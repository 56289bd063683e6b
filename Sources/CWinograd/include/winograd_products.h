#pragma once

#include <stdbool.h>
#include <stddef.h>

/// The matrix products of Winograd's algorithm, with the instructions of AVX2 and FMA.
///
/// For each of `products` products p, filter f and tile t:
/// `destination[p][f / 8][t][f % 8] = Σ_c source[p][c / 8][t][c % 8] · weights[p][f / 16][c][f % 16]`.
struct winograd_products {
    /// Multiples of 8; the weights of the last 16 filters are filled up with zeros.
    size_t channels, filters;
    size_t tiles;
};

/// Whether this processor has the instructions.
bool winograd_products_supported(void);

/// Units of work that can be done in any order: a product's next 16 filters each.
size_t winograd_products_units(const struct winograd_products *shape, size_t products);

/// Does the units from `first` up to `end`; `destination` and `source` are aligned to 32 bytes.
void winograd_products_run(const struct winograd_products *shape, const float *source, const float *weights,
                           float *destination, size_t first, size_t end);
