package org.sipsleuth.view.belief.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import org.sipsleuth.belief.network.VariableTable;
import org.sipsleuth.view.belief.state.TablesInUse;

/// The borders of the intervals of a measure, a field each, and one for a further border. An
/// emptied field makes one interval of the two beside it.
final class BorderFields {

    private final List<NumberField> all = new ArrayList<>();

    /// @param report receives what is wrong with the input
    BorderFields(TablesInUse tables, VariableTable table, Consumer<String> report) {
        for (int place = 0; place < table.borders().size(); place++) {
            int which = place;
            NumberField field = new NumberField(text("belief.tables.border", table.stateName(place)),
                    border -> tables.setBorder(table.variable(), which, border), report);
            field.onEmptied(() -> tables.removeBorder(table.variable(), which));
            field.setId("border-" + place);
            field.setTooltip(new Tooltip(text("belief.tables.border.tip")));
            all.add(field);
        }
        NumberField further = new NumberField(text("belief.tables.border.new"),
                border -> tables.addBorder(table.variable(), border), report);
        further.onEmptied(() -> {});
        further.setId("border-new");
        further.setPromptText(text("belief.tables.border.prompt"));
        further.setTooltip(new Tooltip(text("belief.tables.border.new.tip")));
        all.add(further);
    }

    /// The fields, one below each interval.
    List<NumberField> all() {
        return List.copyOf(all);
    }

    /// Shows the borders.
    ///
    /// @param base the table as it was at first
    void show(VariableTable table, Optional<VariableTable> base) {
        for (int place = 0; place < table.borders().size(); place++) {
            double border = table.borders().get(place);
            boolean isKnown = base.filter(original -> original.borders().contains(border)).isPresent();
            all.get(place).show(words(border), base.isPresent() && !isKnown);
        }
        all.getLast().show("", false);
    }

    private static String words(double border) {
        return BigDecimal.valueOf(border).stripTrailingZeros().toPlainString();
    }
}
