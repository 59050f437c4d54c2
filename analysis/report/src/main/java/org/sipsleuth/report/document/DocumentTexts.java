package org.sipsleuth.report.document;

import static org.sipsleuth.sentence.Sentence.count;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Sentence.Punctuation;
import org.sipsleuth.sentence.Severity;

/// The words of documents: counts, times, measured values.
public final class DocumentTexts {

    static final MethodTexts TEXTS = MethodTexts.beside(DocumentTexts.class);

    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double LARGE = 1e9;
    private static final double SMALL = 1e-4;
    private static final double ALMOST_ONE = 0.9999;

    /// Of times in documents: milliseconds.
    private static final int CLOCK_DIGITS = 3;

    private DocumentTexts() {}

    /// A count with its unit: the text `count.UNIT`.
    public static Sentence counted(long number, String unit) {
        return TEXTS.sentence("count." + unit, count(number));
    }

    /// A moment in UTC, the same in all languages.
    public static Sentence moment(long nanos) {
        return Sentence.time(HumanText.moment(nanos, CLOCK_DIGITS));
    }

    /// A period in UTC with its length.
    public static Sentence period(long fromNanos, long toNanos) {
        return TEXTS.sentence("period", moment(fromNanos), moment(toNanos), duration(toNanos - fromNanos));
    }

    /// When captures were taken: a period, or between which moments, where they do not all overlap;
    /// says nothing where they have no frames.
    public static Sentence captured(List<CaptureSummary> files) {
        List<CaptureSummary> used = files.stream()
                .filter(each -> each.frames() > 0)
                .sorted(Comparator.comparingLong(CaptureSummary::firstNanos))
                .toList();
        if (used.isEmpty()) {
            return Sentence.none();
        }
        long first = used.getFirst().firstNanos();
        long last = first;
        int periods = 1;
        for (CaptureSummary each : used) {
            periods += each.firstNanos() > last ? 1 : 0;
            last = Math.max(last, each.lastNanos());
        }
        return periods == 1 ? period(first, last)
                : TEXTS.sentence("periods", moment(first), moment(last), count(periods));
    }

    /// How far something got.
    public static Sentence outcome(Outcome outcome) {
        return TEXTS.sentence("outcome." + outcome.word());
    }

    /// What an analyst decided: of an incident in other words than of all else.
    public static Sentence judgement(Verdict verdict) {
        boolean isIncident = verdict.subject().kind() == Subject.Kind.INCIDENT;
        return verdict.judgement()
                .map(each -> TEXTS.sentence((isIncident ? "judgement.incident." : "judgement.") + each.word()))
                .orElseGet(Sentence::none);
    }

    /// How sure kind, actors and outcome are: `97 % (kind), 95 % (actor), 90 % (outcome)`; of an
    /// unknown outcome nothing.
    public static Sentence confidence(Confidence confidence) {
        Sentence kind = Sentence.percent(confidence.kind(), 0);
        Sentence actor = Sentence.percent(confidence.actor(), 0);
        return confidence.outcome().isPresent()
                ? TEXTS.sentence("confidence", kind, actor, Sentence.percent(confidence.outcome().getAsDouble(), 0))
                : TEXTS.sentence("confidence.unknown", kind, actor);
    }

    /// How grave something is.
    public static Sentence severity(Severity severity) {
        return TEXTS.sentence("severity." + severity.word());
    }

    /// A length of time: `4.56 s`, `1 min 23 s`.
    public static Sentence duration(long nanos) {
        String text = HumanText.duration(Math.max(0, nanos));
        int point = text.indexOf('.');
        int unit = text.indexOf(' ');
        return point < 0 ? Sentence.time(text)
                : Sentence.row(Sentence.number(Double.parseDouble(text.substring(0, unit)), unit - point - 1),
                        Sentence.time(text.substring(unit)));
    }

    /// A measured value: to four digits, whole numbers in full, and a probability never as certain.
    public static Sentence number(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Sentence.term(Double.toString(value));
        }
        if (size < LARGE && value == Math.rint(value)) {
            return count((long) value);
        }
        if (size < 1 && size > ALMOST_ONE) {
            return Sentence.row(value > 0 ? Punctuation.ABOVE : Sentence.term("< -"), number(ALMOST_ONE));
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return size >= SMALL && size < LARGE ? Sentence.number(rounded.doubleValue(), Math.max(0, rounded.scale()))
                : new Sentence.Decimal(rounded.doubleValue(), Sentence.Notation.SHORTEST, 0);
    }

    /// What a measured value was compared with: `≥ 10`, or the comparison in words.
    public static Sentence comparison(Measurement measure) {
        if (!measure.text().isEmpty()) {
            return measure.text();
        }
        String sign = switch (measure.anomalous()) {
            case BELOW -> "< ";
            case ABOVE -> "> ";
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
        };
        return Sentence.row(Sentence.term(sign), number(measure.threshold()));
    }
}
