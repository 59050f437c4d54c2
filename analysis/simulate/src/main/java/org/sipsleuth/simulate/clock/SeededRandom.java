package org.sipsleuth.simulate.clock;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Random numbers: a sequence determined by seed and name, the same on every machine. Each purpose
/// has a sequence of its own, so that draws for one do not change the others. Not thread-safe.
///
/// A seed can be computed from a few draws: each step from it to them can be inverted. Of a secret
/// ([#ofSecret]), draws reveal neither the secret nor any other draw.
///
/// Functions come from [StrictMath]: those of [Math] may differ in their last digit.
public final class SeededRandom {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String HEX_DIGITS = "0123456789abcdef";

    private final long seed;
    private final Optional<SecretDraws> secret;
    private final RandomGenerator random;

    /// @param seed the random seed
    public SeededRandom(long seed) {
        this.seed = seed;
        this.secret = Optional.empty();
        this.random = new SplittableRandom(mixed(seed));
    }

    private SeededRandom(SecretDraws secret) {
        this.seed = 0;
        this.secret = Optional.of(secret);
        this.random = secret;
    }

    /// Random numbers of a secret of at least 16 bytes.
    public static SeededRandom ofSecret(byte[] secret) {
        return new SeededRandom(new SecretDraws(secret));
    }

    /// The seed; empty if it is a secret.
    public OptionalLong seed() {
        return secret.isPresent() ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /// An independent sequence for a purpose, whatever was drawn here.
    public SeededRandom of(String purpose) {
        return of(purpose, 0);
    }

    /// An independent sequence for the `number`-th of a purpose.
    public SeededRandom of(String purpose, long number) {
        if (secret.isPresent()) {
            return new SeededRandom(secret.get().of(purpose, number));
        }
        long hash = FNV_OFFSET ^ seed;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
        }
        return new SeededRandom(mixed(hash ^ mixed(number)));
    }

    private static long mixed(long z) { // SplitMix64 (Steele, Lea and Flood, 2014)
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    /// A number from 0 to `bound` − 1.
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /// A number from `least` to `most`, both included.
    public long between(long least, long most) {
        return least + random.nextLong(most - least + 1);
    }

    /// A number from 0 (included) to 1 (excluded).
    public double unit() {
        return random.nextDouble();
    }

    /// True in `probability` of all cases.
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// A waiting time of a Poisson process.
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /// A normally distributed number (Marsaglia's polar method).
    public double normal(double mean, double deviation) {
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double z = x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
                return mean + deviation * z;
            }
        }
    }

    /// A log-normally distributed number.
    ///
    /// @param median half of all numbers are below it
    /// @param sigma the standard deviation of its logarithm
    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(normal(0, sigma));
    }

    /// A Pareto distributed number of at least `least`.
    public double pareto(double least, double shape) {
        return least / StrictMath.pow(1 - random.nextDouble(), 1 / shape);
    }

    /// The number of events of a Poisson process (mean at most some hundred).
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /// One of several, each as likely as the others.
    public <T> T of(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /// The place of one of several.
    ///
    /// @param weights how likely each is, in any unit
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        int last = weights.length - 1;
        for (int i = 0; i < last; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return last;
    }

    /// A number from 0 to `bound` − 1, small ones more often (a power law with this exponent).
    public int zipf(int bound, double exponent) {
        // Inverse of the integral of x^-exponent over 1 … bound + 1; close to Zipf's law.
        double u = random.nextDouble();
        double value;
        if (exponent == 1) {
            value = StrictMath.exp(u * StrictMath.log(bound + 1.0));
        } else {
            double power = 1 - exponent;
            double top = StrictMath.pow(bound + 1.0, power) - 1;
            value = StrictMath.pow(1 + u * top, 1 / power);
        }
        return Math.min(bound - 1, (int) value - 1);
    }

    /// Letters and digits, as tags and branches are made of.
    public String token(int length) {
        return text(LETTERS_AND_DIGITS, length);
    }

    /// Hexadecimal digits.
    public String hex(int length) {
        return text(HEX_DIGITS, length);
    }

    /// Characters of an alphabet of ASCII.
    public String text(String alphabet, int length) {
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /// Shuffles a list.
    public <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T moved = list.get(i);
            list.set(i, list.get(other));
            list.set(other, moved);
        }
    }
}
