package org.sipsleuth.view.belief.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// A field for a number; invalid input is reported and not accepted.
final class NumberField extends TextField {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass TRIED = PseudoClass.getPseudoClass("tried");
    private static final int COLUMNS = 6;

    /// Takes another number.
    @FunctionalInterface
    interface Taken {
        /// Takes it.
        ///
        /// @throws IllegalArgumentException if it cannot be, with words for the user
        void accept(double number);
    }

    private final Taken taken;
    private final Consumer<String> report;
    private Optional<Runnable> emptied = Optional.empty();
    private String shown = "";

    /// @param name what it is the number of
    /// @param taken gets another number
    /// @param report receives what is wrong with the input
    NumberField(String name, Taken taken, Consumer<String> report) {
        this.taken = taken;
        this.report = report;
        setPrefColumnCount(COLUMNS);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(name);
        setOnAction(_ -> take());
        focusedProperty().subscribe(isFocused -> {
            if (!isFocused) {
                take();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().equals(shown)) {
                setText(shown);
                pseudoClassStateChanged(ERROR, false);
                event.consume();
            }
        });
    }

    /// A field for a probability.
    static NumberField ofProbability(String name, Taken taken, Consumer<String> report) {
        return new NumberField(name, number -> {
            if (!(number >= 0 && number <= 1)) {
                throw new IllegalArgumentException(text("belief.tables.no.probability", name));
            }
            taken.accept(number);
        }, report);
    }

    /// What happens when it is emptied; invalid input is reported.
    void onEmptied(Runnable act) {
        emptied = Optional.of(act);
    }

    /// Shows a number.
    ///
    /// @param isChanged whether it is another than at first
    void show(String words, boolean isChanged) {
        shown = words;
        setText(shown);
        pseudoClassStateChanged(ERROR, false);
        pseudoClassStateChanged(TRIED, isChanged);
    }

    private void take() {
        String typed = getText().strip();
        if (typed.equals(shown)) {
            return;
        }
        try {
            if (typed.isEmpty() && emptied.isPresent()) {
                emptied.get().run();
            } else {
                taken.accept(number(typed));
            }
            pseudoClassStateChanged(ERROR, false);
        } catch (IllegalArgumentException refused) {
            pseudoClassStateChanged(ERROR, true);
            report.accept(String.valueOf(refused.getMessage()));
        }
    }

    private double number(String typed) {
        double number = Probabilities.read(typed);
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException(text("belief.tables.no.number", getAccessibleText()));
        }
        return number;
    }
}
