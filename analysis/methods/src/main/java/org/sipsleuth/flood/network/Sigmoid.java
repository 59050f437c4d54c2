package org.sipsleuth.flood.network;

import org.sipsleuth.neural.Exponential;

/// The logistic function of one sum.
final class Sigmoid {

    private Sigmoid() {}

    /// 1 / (1 + e^−x).
    static double of(double x) {
        return 1 / (1 + Exponential.of(-x));
    }
}
