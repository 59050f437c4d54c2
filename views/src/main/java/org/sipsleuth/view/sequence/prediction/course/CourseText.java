package org.sipsleuth.view.sequence.prediction.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.text.SpreadsheetText;
import org.sipsleuth.view.message.VisibleText;

/// The steps of a dialog as text for the clipboard: every number that the panel shows, with the
/// frame of each message.
public final class CourseText {

    private static final int LEADERS = 3;
    private static final int NEXT = 3;

    private CourseText() {}

    /// A name with its value, as JSON writes it; `isText` ones are quoted.
    private record Value(String name, String value, boolean isText) {}

    /// Comma-separated values (RFC 4180), a line for each message, with a header.
    ///
    /// @param hops what is known of a message on its hop
    public static String csv(SipIndex index, Course course, IntFunction<Optional<HopValues>> hops) {
        StringBuilder text = new StringBuilder();
        for (int place = 1; place <= course.steps().size(); place++) {
            List<Value> values = values(index, course, hops, place);
            if (place == 1) {
                text.append(joined(values.stream().map(Value::name).toList()));
            }
            text.append(joined(values.stream().map(CourseText::cell).toList()));
        }
        return text.toString();
    }

    private static String joined(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }

    private static String cell(Value of) {
        String value = of.isText() ? SpreadsheetText.of(of.value()) : of.value();
        boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0;
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /// An object with the model, the dialog and its steps.
    ///
    /// @param hops what is known of a message on its hop
    public static String json(SipIndex index, Course course, IntFunction<Optional<HopValues>> hops) {
        String steps = IntStream.rangeClosed(1, course.steps().size())
                .mapToObj(place -> "    " + object(values(index, course, hops, place)))
                .collect(Collectors.joining(",\n"));
        return """
        {
          "model": %s,
          "model_sha256": %s,
          "call_id": %s,
          "steps": [
        %s
          ]
        }
        """.formatted(json(course.model().identity().name()), json(course.model().file().sha256()),
                json(index.dialogs().callId(course.messages().dialog())), steps);
    }

    private static String object(List<Value> values) {
        return values.stream()
                .filter(value -> !value.value().isEmpty())
                .map(value -> json(value.name()) + ": " + (value.isText() ? json(value.value()) : value.value()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static List<Value> values(SipIndex index, Course course, IntFunction<Optional<HopValues>> hops, int place) {
        Moment moment = new Moment(course, place, false);
        PredictionStep step = moment.step();
        List<Value> values = new ArrayList<>();
        int message = course.messages().message(place);
        values.add(number("message", place));
        values.add(number("frame", index.messages().frame(message)));
        values.add(text("type", VisibleText.ofValue(moment.type(), Integer.MAX_VALUE)));
        values.add(text("by_moments", moment.byMoments().word()));
        values.add(text("by_maximum", moment.byMaximum().word()));
        values.add(text("by_sequence", moment.byReference().word()));
        addStatistic(values, "skewness", moment.skewness());
        addStatistic(values, "kurtosis", moment.kurtosis());
        addStatistic(values, "maximum", moment.maximum());
        values.add(number("reference_probability", step.reference().probability()));
        for (int i = 0; i < LEADERS; i++) {
            boolean has = i < step.leading().size();
            PredictionStep.Leading leading = has ? step.leading().get(i) : null;
            values.add(leading == null ? none("known_" + i) : number("known_" + i, leading.known()));
            values.add(leading == null ? none("p_" + i) : number("p_" + i, leading.probability()));
        }
        for (int i = 0; i < NEXT; i++) {
            boolean has = i < step.next().size();
            PredictionStep.Next next = has ? step.next().get(i) : null;
            values.add(next == null ? none("next_" + i)
                    : text("next_" + i, VisibleText.ofValue(next.type(), Integer.MAX_VALUE)));
            values.add(next == null ? none("next_p_" + i) : number("next_p_" + i, next.probability()));
        }
        addHop(values, hops.apply(message));
        return values;
    }

    /// What the panel leads with: the step on the hop, its surprise, the verdict.
    private static void addHop(List<Value> values, Optional<HopValues> hop) {
        values.add(hop.map(step -> number("hop_bits", step.bits())).orElse(none("hop_bits")));
        values.add(text("hop_standing", hop.map(HopValues::standing).orElse("")));
        values.add(text("hop_text", hop.map(step -> VisibleText.ofValue(step.text(), Integer.MAX_VALUE)).orElse("")));
    }

    private static void addStatistic(List<Value> values, String name, Moment.Statistic statistic) {
        values.add(number(name, statistic.value()));
        values.add(number(name + "_threshold", statistic.threshold()));
    }

    private static Value none(String name) {
        return new Value(name, "", false);
    }

    private static Value text(String name, String value) {
        return new Value(name, value, true);
    }

    private static Value number(String name, double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e9;
        return new Value(name, isWhole ? Long.toString((long) value) : Double.toString(value), false);
    }
}
