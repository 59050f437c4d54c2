package org.sipsleuth.neural;

/// The exponential function from nothing but additions and multiplications.
///
/// `Math.exp` may differ in its last bit between machines, and calling it keeps a loop from being
/// vectorised. Here e^x is (e^(x/1024))^1024: a Taylor polynomial of degree 6, squared ten times.
/// In double precision the result is right to 2e-8 within ±87, and much closer near zero.
public final class Exponential {

    /// What is further from zero than this is taken as this: beyond it a float has no room.
    public static final double LIMIT = 87;

    private static final double SCALE = 1.0 / 1024;
    private static final double C2 = 1.0 / 2;
    private static final double C3 = 1.0 / 6;
    private static final double C4 = 1.0 / 24;
    private static final double C5 = 1.0 / 120;
    private static final double C6 = 1.0 / 720;

    private Exponential() {}

    /// e^x, for x cut to ±[#LIMIT].
    public static double of(double x) {
        double y = Math.max(-LIMIT, Math.min(LIMIT, x)) * SCALE;
        double a = 1 + y * (1 + y * (C2 + y * (C3 + y * (C4 + y * (C5 + y * C6)))));
        a *= a;
        a *= a;
        a *= a;
        a *= a;
        a *= a;
        a *= a;
        a *= a;
        a *= a;
        a *= a;
        a *= a;
        return a;
    }

    /// e^(factor · x) of many numbers. A loop with nothing else in it, which the compiler
    /// vectorises.
    public static void of(float[] x, double factor, double[] results) {
        for (int i = 0; i < results.length; i++) {
            results[i] = of(factor * x[i]);
        }
    }

    /// e^(x − greatest) of many numbers.
    public static void below(float greatest, float[] x, double[] results) {
        for (int i = 0; i < results.length; i++) {
            results[i] = of((double) x[i] - greatest);
        }
    }
}
