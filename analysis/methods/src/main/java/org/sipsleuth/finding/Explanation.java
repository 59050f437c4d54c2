package org.sipsleuth.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// How a number came about: its formula, the numbers put in, which direction is anomalous, and the
/// section of the paper, RFC or page that defines it. Made beside the method that made the number.
///
/// @param name what the number is
/// @param value the number as it was calculated, not rounded for being shown
/// @param formula what it was calculated by
/// @param inputs the numbers put in, one for each symbol of the formula
/// @param direction which values are anomalous, or what a larger one states
/// @param source the section that defines it
public record Explanation(Sentence name, double value, Formula formula, List<Input> inputs, Sentence direction,
        Sentence source) {

    private static final MethodTexts TEXTS = MethodTexts.beside(Explanation.class);
    private static final int MOST_VALUES = 6;
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final MathContext NEAR = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final double MOST_PLAIN = 1e15;

    /// Takes a copy.
    ///
    /// @throws IllegalArgumentException if a symbol of the formula has no input, or nothing is stated
    ///     of direction or source
    public Explanation {
        inputs = List.copyOf(inputs);
        if (!inputs.stream().map(Input::symbol).collect(Collectors.toSet()).containsAll(formula.symbols())) {
            throw new IllegalArgumentException("Without input: " + formula.text());
        }
    }

    /// A number put in.
    ///
    /// @param symbol that stands for it in the formula
    /// @param meaning what it is
    /// @param values one; several where the formula adds, multiplies or compares all of them
    public record Input(String symbol, Sentence meaning, List<Double> values) {

        /// Takes a copy.
        public Input {
            values = List.copyOf(values);
        }

        /// One number.
        public static Input of(String symbol, Sentence meaning, double value) {
            return new Input(symbol, meaning, List.of(value));
        }

        /// One whole number.
        public static Input of(String symbol, Sentence meaning, long value) {
            return of(symbol, meaning, (double) value);
        }

        /// Several.
        public static Input of(String symbol, Sentence meaning, Collection<Double> values) {
            return new Input(symbol, meaning, List.copyOf(values));
        }

        /// The values as they are put in: `0.9`, `(0.9, 0.8)`.
        String text() {
            if (values.size() == 1) {
                return number(values.getFirst());
            }
            return values.stream()
                    .limit(MOST_VALUES)
                    .map(Explanation::number)
                    .collect(Collectors.joining(", ", "(", values.size() > MOST_VALUES ? ", …)" : ")"));
        }
    }

    /// The value of a formula, explained.
    public static Explanation of(Sentence name, String formula, List<Input> inputs, Sentence direction,
            Sentence source) {
        Formula its = new Formula(formula);
        return new Explanation(name, its.value(inputs), its, inputs, direction, source);
    }

    /// A measured value, explained: its direction is that of its threshold.
    public static Explanation of(Measurement measure, String formula, List<Input> inputs, Sentence source) {
        return new Explanation(measure.statistic(), measure.value(), new Formula(formula), inputs,
                direction(measure.anomalous(), measure.threshold()), source);
    }

    /// What was counted or measured as it is, by a method and a rule of it.
    static Explanation counted(Measurement measure, String method, String rule) {
        return of(measure, "n", List.of(Input.of("n", measure.statistic(), measure.value())),
                TEXTS.sentence("explain.source.method", Sentence.name(method), Sentence.name(rule)));
    }

    /// Which side of a threshold is anomalous: `anomalous below 0.5`.
    public static Sentence direction(Measurement.Side side, double threshold) {
        return TEXTS.sentence("explain.direction." + side.name().toLowerCase(Locale.ROOT),
                Sentence.term(number(threshold)));
    }

    /// A page of the documentation: `docs/INCIDENTS.md, Severity`.
    public static Sentence page(String page, String section) {
        return Sentence.name("docs/" + page + ".md, " + section);
    }

    /// The formula with the numbers put in, and what comes out: `min(0.9, 0.97) = 0.9`.
    public Sentence worked() {
        Map<String, String> values =
                inputs.stream().collect(Collectors.toMap(Input::symbol, Input::text, (one, _) -> one));
        return Sentence.term(formula.with(values) + " = " + number(value));
    }

    /// All of it in lines, as readers of a rationale show them.
    public List<Rationale.Line> lines() {
        Rationale.Builder lines = new Rationale.Builder().section(name);
        lines.line(TEXTS.sentence("explain.formula"), Sentence.term(formula.text()));
        inputs.forEach(each -> lines.line(Sentence.term(each.symbol()), input(each)));
        if (!formula.isSymbol()) {
            lines.line(TEXTS.sentence("explain.worked"), worked());
        }
        lines.line(TEXTS.sentence("explain.direction"), direction).line(TEXTS.sentence("explain.source"), source);
        return lines.build().sections().getFirst().lines();
    }

    private static Sentence input(Input input) {
        return input.values().size() <= MOST_VALUES
                ? TEXTS.sentence("explain.input", Sentence.term(input.text()), input.meaning())
                : TEXTS.sentence("explain.input.many", Sentence.term(input.text()), input.meaning(),
                        Sentence.count(input.values().size()));
    }

    /// The name and all lines, for the clipboard.
    public String text() {
        List<String> text = new ArrayList<>(List.of(name.text()));
        lines().forEach(line -> text.add("  " + line.name().text() + ": " + line.text().text()));
        return String.join("\n", text);
    }

    /// Six digits that matter: `0.97`, `1234`, `1.2e-7`, `1 − 2e-7`.
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < MOST_PLAIN) {
            return Long.toString((long) value);
        }
        double rounded = new BigDecimal(value).round(SHOWN).doubleValue();
        if (rounded == 1 && value < 1) {
            return "1 − " + number(new BigDecimal(1 - value).round(NEAR).doubleValue());
        }
        String text = Double.toString(rounded).toLowerCase(Locale.ROOT);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// Numbers as they are put in.
    public static List<Double> values(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
