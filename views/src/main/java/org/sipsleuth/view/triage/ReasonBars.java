package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.unknown.Suspicion;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.explain.Explain;

/// Why a sequence stands where it stands in the queue, as a bar for each reason.
public final class ReasonBars extends GridPane {

    /// Bits that fill a bar.
    private static final double MOST_BITS = 20;

    private static final double BAR_WIDTH = 56;
    private static final int LONGEST = 1_000;

    private @Nullable Suspicion suspicion;

    /// An empty one.
    public ReasonBars() {
        setHgap(10);
        setVgap(6);
    }

    void show(TriageItem item, SipIndex index) {
        getChildren().clear();
        suspicion = item.suspicion();
        reason(0, "protocol", item.suspicion().deviates() ? MOST_BITS : 0,
                item.reason().departure().isEmpty() ? text("triage.reason.protocol.none")
                        : item.reason().departure().text());
        reason(1, "rarity", item.suspicion().rarity(), text("triage.reason.rarity.text", item.dialogs().size(),
                index.dialogs().size(), item.senders(), item.allSenders()));
        reason(2, "incidents", item.suspicion().accompanies() ? MOST_BITS : 0, item.incidents().isEmpty()
                ? text("triage.reason.incidents.none")
                : item.incidents().stream().map(incident -> incident.title().text()).collect(Collectors.joining("; ")));
        String model = !item.reason().step().isEmpty() ? text("triage.reason.model.step", item.reason().step())
                : switch (item.cause().source()) {
                    case PROBLEM -> text("triage.reason.model.problem");
                    case PERIOD -> text("triage.reason.model.period");
                    case TRANSACTION, ORDER, SEQUENCE -> text("triage.reason.model.sequence");
                };
        reason(3, "model", item.suspicion().surprise() + item.suspicion().strangeness(), model);
    }

    private void reason(int row, String key, double bits, String words) {
        Label name = new Label(text("triage.reason." + key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar(Math.clamp(bits / MOST_BITS, 0, 1));
        bar.setMinWidth(BAR_WIDTH);
        bar.setPrefWidth(BAR_WIDTH);
        bar.setTooltip(new Tooltip(text("triage.reason.bits", bits)));
        Explain.on(bar, () -> Stream.ofNullable(suspicion).map(Suspicion::explanation).toList());
        Label value = new Label(VisibleText.ofValue(words, LONGEST));
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        value.getStyleClass().add("triage-note");
        addRow(2 * row, name, bar);
        add(value, 0, 2 * row + 1, 2, 1);
    }
}
