package org.sipsleuth.report.investigation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.report.output.HumanText;

/// The words of a report in one language, from `texts.properties` and `texts_de.properties`.
final class ReportText {

    private static final String BUNDLE = "org.sipsleuth.report.investigation.texts";
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double PERCENT = 100;
    private static final double LARGE = 1e9;
    private static final double SMALL = 1e-4;
    private static final double ALMOST_ONE = 0.9999;

    /// Of times in reports: milliseconds.
    private static final int CLOCK_DIGITS = 3;

    private final ReportLanguage language;
    private final ResourceBundle bundle;

    private ReportText(ReportLanguage language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /// The words of a language; the JDK keeps them.
    static ReportText of(ReportLanguage language) {
        // the texts without a language are English; those of the machine's language are not asked
        Locale locale = language == ReportLanguage.ENGLISH ? Locale.ROOT : language.locale();
        return new ReportText(language, ResourceBundle.getBundle(BUNDLE, locale, ReportText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    ReportLanguage language() {
        return language;
    }

    /// The text with this key, `{0}`, `{1}` … replaced by the arguments.
    ///
    /// @throws java.util.MissingResourceException if there is no such text: a fault in the program
    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /// A count with its unit: the text `count.UNIT`.
    String count(long number, String unit) {
        return text("count." + unit, number);
    }

    /// A sentence in this language.
    String in(Sentence sentence) {
        return sentence.in(language.locale());
    }

    String kind(IncidentKind kind) {
        return in(kind.label());
    }

    String outcome(Outcome outcome) {
        return text("outcome." + outcome.word());
    }

    String severity(Severity severity) {
        return text("severity." + severity.word());
    }

    /// What failed, and what to report.
    String fault(Fault fault) {
        return in(fault.sentence());
    }

    /// What an analyst decided: of an incident in other words than of sequences and dialogs.
    String judgement(CaseRecord.Verdict verdict) {
        boolean isIncident = verdict.about().kind() == Subject.Kind.INCIDENT;
        String key = isIncident ? "judgement.incident." : "judgement.";
        return verdict.judgement().map(its -> text(key + its.word())).orElse("");
    }

    /// A share of one: `97 %`.
    String percent(double share) {
        return number(Math.round(share * PERCENT * 10) / 10.0) + " %";
    }

    /// A value of a measurement: to four digits, whole numbers in full.
    String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        if (size < LARGE && value == Math.rint(value)) {
            return text("number", (long) value);
        }
        if (size < 1 && size > ALMOST_ONE) { // a probability is never certainty
            return (value > 0 ? "> " : "< -") + number(ALMOST_ONE);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        String text = size >= SMALL && size < LARGE ? rounded.toPlainString() : rounded.toString();
        return language == ReportLanguage.GERMAN ? text.replace('.', ',') : text;
    }

    /// A measured value and what it was compared with.
    String comparison(Measurement measure) {
        if (!measure.text().isEmpty()) {
            return in(measure.text());
        }
        String sign = switch (measure.anomalous()) {
            case BELOW -> "< ";
            case ABOVE -> "> ";
            case AT_LEAST -> "≥ ";
        };
        return sign + number(measure.threshold());
    }

    /// A moment in UTC, the same in all languages.
    static String moment(long nanos) {
        return HumanText.moment(nanos, CLOCK_DIGITS);
    }

    /// A period in UTC with its length.
    String period(long fromNanos, long toNanos) {
        return text("period", moment(fromNanos), moment(toNanos), duration(toNanos - fromNanos));
    }

    String duration(long nanos) {
        String text = HumanText.duration(Math.max(0, nanos));
        boolean hasPoint = nanos < TimeUnit.MINUTES.toNanos(1);
        return hasPoint && language == ReportLanguage.GERMAN ? text.replace('.', ',') : text;
    }
}
