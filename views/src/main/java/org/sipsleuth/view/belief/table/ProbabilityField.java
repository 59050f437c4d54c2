package org.sipsleuth.view.belief.table;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// A field for a probability; what is none is told, and not taken.
final class ProbabilityField extends TextField {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass TRIED = PseudoClass.getPseudoClass("tried");
    private static final int COLUMNS = 6;

    private final DoubleConsumer taken;
    private final Consumer<String> told;
    private String shown = "";

    /// @param name what it is the probability of
    /// @param taken gets another probability
    /// @param told gets what is wrong with what was typed
    ProbabilityField(String name, DoubleConsumer taken, Consumer<String> told) {
        this.taken = taken;
        this.told = told;
        setPrefColumnCount(COLUMNS);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(name);
        setOnAction(_ -> take());
        focusedProperty()
                .subscribe(
                        isFocused -> {
                            if (!isFocused) {
                                take();
                            }
                        });
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !getText().equals(shown)) {
                        setText(shown);
                        pseudoClassStateChanged(ERROR, false);
                        event.consume();
                    }
                });
    }

    /// Shows a probability.
    ///
    /// @param isChanged whether it is another than at first
    void show(double probability, boolean isChanged) {
        shown = Probabilities.words(probability);
        setText(shown);
        pseudoClassStateChanged(ERROR, false);
        pseudoClassStateChanged(TRIED, isChanged);
    }

    private void take() {
        String typed = getText().strip();
        if (typed.equals(shown)) {
            return;
        }
        double probability = Probabilities.read(typed);
        boolean isRight = probability >= 0 && probability <= 1;
        pseudoClassStateChanged(ERROR, !isRight);
        if (isRight) {
            taken.accept(probability);
        } else {
            told.accept(text("beliefs.tables.no.probability", getAccessibleText()));
        }
    }
}
