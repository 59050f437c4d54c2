package org.sipsleuth.view.belief;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.period.PeriodSettings;

/// The choice of when periods end: after so many messages, after so much time, after either, with
/// the capture.
final class PeriodChoice {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double MOST_MESSAGES = 1e9;
    private static final double LEAST_SECONDS = 0.001;
    private static final double MOST_SECONDS = 1e9;
    private static final double NANOS = 1e9;
    private static final int COLUMNS = 4;

    private enum Kind {
        ADAPTIVE(true, true), EITHER(true, true), COUNT(true, false), TIME(false, true), WHOLE(false, false);

        private final boolean hasCount;
        private final boolean hasTime;

        Kind(boolean hasCount, boolean hasTime) {
            this.hasCount = hasCount;
            this.hasTime = hasTime;
        }

        private static Kind of(PeriodSettings settings) {
            return switch (settings) {
                case PeriodSettings.Adaptive _ -> ADAPTIVE;
                case PeriodSettings.ByCountOrTime _ -> EITHER;
                case PeriodSettings.ByCount _ -> COUNT;
                case PeriodSettings.ByTime _ -> TIME;
                case PeriodSettings.Whole _ -> WHOLE;
            };
        }
    }

    private static final int LEAST_OF_ADAPTIVE = 40;

    private final ObjectProperty<PeriodSettings> settings;
    private final ComboBox<Kind> kinds = new ComboBox<>();
    private final TextField count = field("count", "60");
    private final Label messages = unit("messages");
    private final TextField time = field("time", "60");
    private final Label seconds = unit("seconds");

    PeriodChoice(ObjectProperty<PeriodSettings> settings) {
        this.settings = settings;
        kinds.setId("beliefs-period");
        kinds.getStyleClass().add("small");
        kinds.getItems().setAll(Kind.values());
        kinds.setAccessibleText(text("belief.periods"));
        kinds.setTooltip(new Tooltip(text("belief.periods")));
        kinds.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Kind kind) {
                return kind == null ? "" : text("belief.periods." + kind.name());
            }

            @Override
            public Kind fromString(String words) {
                throw new UnsupportedOperationException("never typed");
            }
        });
        settings.subscribe(now -> put(now));
        kinds.valueProperty().addListener((_, _, _) -> take());
    }

    private TextField field(String name, String usual) {
        TextField field = new TextField(usual);
        field.setId("beliefs-period-" + name);
        field.getStyleClass().add("small");
        field.setPrefColumnCount(COLUMNS);
        field.setAccessibleText(text("belief.periods.length." + name));
        field.setTooltip(new Tooltip(text("belief.periods.length." + name)));
        field.setOnAction(_ -> take());
        field.focusedProperty().addListener((_, _, isFocused) -> {
            if (!isFocused) {
                take();
            }
        });
        return field;
    }

    private static Label unit(String name) {
        Label unit = new Label(text("belief.periods.unit." + name));
        unit.setMinWidth(Label.USE_PREF_SIZE);
        return unit;
    }

    List<Node> nodes() {
        return List.of(kinds, count, messages, time, seconds);
    }

    private void put(PeriodSettings now) {
        switch (now) {
            case PeriodSettings.Adaptive(var both, int _, Duration _) -> {
                put(both.count());
                put(both.time());
            }
            case PeriodSettings.ByCountOrTime(var most, var longest) -> {
                put(most);
                put(longest);
            }
            case PeriodSettings.ByCount(int most) -> count.setText(Integer.toString(most));
            case PeriodSettings.ByTime(Duration longest) -> time
                    .setText(String.format(Locale.ROOT, "%.3f", longest.toNanos() / NANOS).replaceFirst("\\.?0+$", ""));
            case PeriodSettings.Whole _ -> {
            }
        }
        Kind kind = Kind.of(settings.get());
        kinds.setValue(kind);
        setShown(kind.hasCount, count, messages);
        setShown(kind.hasTime, time, seconds);
        count.pseudoClassStateChanged(ERROR, false);
        time.pseudoClassStateChanged(ERROR, false);
    }

    private static void setShown(boolean isShown, Node... nodes) {
        for (Node each : nodes) {
            each.setVisible(isShown);
            each.setManaged(isShown);
        }
    }

    /// Takes what was typed, if it can be.
    private void take() {
        Kind kind = kinds.getValue();
        double most = number(count);
        double longest = number(time);
        boolean isCount = most >= 1 && most <= MOST_MESSAGES && most == Math.rint(most);
        boolean isTime = longest >= LEAST_SECONDS && longest <= MOST_SECONDS;
        count.pseudoClassStateChanged(ERROR, !isCount);
        time.pseudoClassStateChanged(ERROR, !isTime);
        if (kind == null || (kind.hasCount && !isCount) || (kind.hasTime && !isTime)) {
            return;
        }
        settings.set(switch (kind) {
            case ADAPTIVE -> adaptive(byCount(most), byTime(longest));
            case EITHER -> new PeriodSettings.ByCountOrTime(byCount(most), byTime(longest));
            case COUNT -> byCount(most);
            case TIME -> byTime(longest);
            case WHOLE -> new PeriodSettings.Whole();
        });
    }

    private static PeriodSettings adaptive(PeriodSettings.ByCount most, PeriodSettings.ByTime usual) {
        Duration day = Duration.ofDays(1);
        return new PeriodSettings.Adaptive(new PeriodSettings.ByCountOrTime(most, usual),
                Math.min(LEAST_OF_ADAPTIVE, most.messages()), usual.length().compareTo(day) > 0 ? usual.length() : day);
    }

    private static PeriodSettings.ByCount byCount(double most) {
        return new PeriodSettings.ByCount((int) most);
    }

    private static PeriodSettings.ByTime byTime(double longest) {
        return new PeriodSettings.ByTime(Duration.ofNanos(Math.round(longest * NANOS)));
    }

    private static double number(TextField field) {
        try {
            return Double.parseDouble(field.getText().strip().replace(',', '.'));
        } catch (NumberFormatException _) {
            return Double.NaN; // what was typed is no number
        }
    }
}
