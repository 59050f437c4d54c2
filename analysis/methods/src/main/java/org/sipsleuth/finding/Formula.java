package org.sipsleuth.finding;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A formula as it is written in papers, which can be calculated: numbers, symbols, `+ − · ÷ ^`,
/// parentheses, `Σ`, `Π` and `√` before what they apply to, and functions: `min`, `max`, `mean`, `count`,
/// `round(x, digits)`, `abs`, `log2`, `ln`, `exp`.
///
/// A symbol stands for one number or for several. An operator applies to each of several; `Σ`, `Π`,
/// `min`, `max`, `mean` and `count` make one of them.
///
/// @param text as it is shown: `1 − Π(1 − c)`
public record Formula(String text) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}&&[^ΣΠ]][\\p{L}\\p{N}_]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern TWICE = Pattern.compile("\\(\\(([^()]*)\\)\\)");
    private static final Set<String> FUNCTIONS =
            Set.of("min", "max", "mean", "count", "round", "abs", "log2", "ln", "exp");

    /// What the numbers must be put in for.
    Set<String> symbols() {
        Set<String> symbols = new LinkedHashSet<>();
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (!FUNCTIONS.contains(names.group())) {
                symbols.add(names.group());
            }
        }
        return symbols;
    }

    /// The text with other texts for its symbols.
    String with(Map<String, String> values) {
        String all = NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(), found.group())));
        return TWICE.matcher(all).replaceAll("($1)");
    }

    /// Whether nothing is calculated.
    boolean isSymbol() {
        return NAME.matcher(text).matches();
    }

    /// What comes out.
    ///
    /// @throws IllegalArgumentException if it is no formula, or a symbol has no number
    public double value(List<Explanation.Input> inputs) {
        return new Reader(text, inputs).value();
    }

    /// Reads the text once, and calculates as it reads.
    private static final class Reader {

        private final String text;
        private final List<Explanation.Input> inputs;
        private int at;

        Reader(String text, List<Explanation.Input> inputs) {
            this.text = text;
            this.inputs = inputs;
        }

        double value() {
            double[] all = sum();
            if (all.length != 1 || at < text.length()) {
                throw fault();
            }
            return all[0];
        }

        private IllegalArgumentException fault() {
            return new IllegalArgumentException("No formula from %d on: %s".formatted(at, text));
        }

        private boolean has(String sign) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            boolean has = text.startsWith(sign, at);
            at += has ? sign.length() : 0;
            return has;
        }

        private void expect(String sign) {
            if (!has(sign)) {
                throw fault();
            }
        }

        private double[] sum() {
            double[] left = product();
            while (true) {
                if (has("+")) {
                    left = each(left, product(), Double::sum);
                } else if (has("−")) {
                    left = each(left, product(), (a, b) -> a - b);
                } else {
                    return left;
                }
            }
        }

        private double[] product() {
            double[] left = power();
            while (true) {
                if (has("·")) {
                    left = each(left, power(), (a, b) -> a * b);
                } else if (has("÷")) {
                    left = each(left, power(), (a, b) -> a / b);
                } else {
                    return left;
                }
            }
        }

        private double[] power() {
            if (has("−")) {
                return Arrays.stream(power()).map(value -> -value).toArray();
            }
            if (has("Σ")) {
                return new double[]{Arrays.stream(power()).sum()};
            }
            if (has("Π")) {
                return new double[]{Arrays.stream(power()).reduce(1, (a, b) -> a * b)};
            }
            if (has("√")) {
                return Arrays.stream(power()).map(Math::sqrt).toArray();
            }
            double[] base = single();
            return has("^") ? each(base, power(), Math::pow) : base;
        }

        private double[] single() {
            if (has("(")) {
                double[] inner = sum();
                expect(")");
                return inner;
            }
            Matcher number = NUMBER.matcher(text).region(at, text.length());
            if (number.lookingAt()) {
                at = number.end();
                return new double[]{Double.parseDouble(number.group())};
            }
            Matcher name = NAME.matcher(text).region(at, text.length());
            if (!name.lookingAt()) {
                throw fault();
            }
            at = name.end();
            return FUNCTIONS.contains(name.group()) ? function(name.group()) : input(name.group());
        }

        private double[] input(String symbol) {
            return inputs.stream()
                    .filter(each -> each.symbol().equals(symbol))
                    .findFirst()
                    .orElseThrow(this::fault)
                    .values()
                    .stream()
                    .mapToDouble(value -> value)
                    .toArray();
        }

        private double[] function(String name) {
            expect("(");
            double[] first = sum();
            double[] all = first;
            double[] last = first;
            while (has(",")) {
                last = sum();
                all = Arrays.copyOf(all, all.length + last.length);
                System.arraycopy(last, 0, all, all.length - last.length, last.length);
            }
            expect(")");
            double scale = Math.pow(10, last[0]);
            return switch (name) {
                case "min" -> new double[]{Arrays.stream(all).min().orElseThrow(this::fault)};
                case "max" -> new double[]{Arrays.stream(all).max().orElseThrow(this::fault)};
                case "mean" -> new double[]{Arrays.stream(all).average().orElseThrow(this::fault)};
                case "count" -> new double[]{all.length};
                case "round" -> Arrays.stream(first).map(value -> Math.round(value * scale) / scale).toArray();
                case "abs" -> Arrays.stream(first).map(Math::abs).toArray();
                case "log2" -> Arrays.stream(first).map(value -> Math.log(value) / Math.log(2)).toArray();
                case "ln" -> Arrays.stream(first).map(Math::log).toArray();
                case "exp" -> Arrays.stream(first).map(Math::exp).toArray();
                default -> throw fault();
            };
        }

        /// Of as many numbers on both sides, or one with each of several.
        private double[] each(double[] left, double[] right, DoubleBinaryOperator operator) {
            if (left.length != right.length && left.length != 1 && right.length != 1) {
                throw fault();
            }
            double[] all = new double[left.length == 1 ? right.length : left.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = operator.applyAsDouble(left[left.length == 1 ? 0 : i], right[right.length == 1 ? 0 : i]);
            }
            return all;
        }
    }
}
