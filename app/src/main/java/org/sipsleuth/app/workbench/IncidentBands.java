package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.timestrip.StripBand;
import org.sipsleuth.view.timestrip.TimeStripView;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.StageStyle;
import org.sipsleuth.view.ui.UtcTime;

/// Shows the stages of incidents as bands of the time strip. A click selects the messages of a
/// stage, a double click opens its incident.
final class IncidentBands {

    /// More bands would take long to draw.
    private static final int MOST_BANDS = 10_000;

    /// More messages are not selected, only their dialogs.
    private static final int MOST_SELECTED = 20_000;

    private static final int LONGEST = 120;

    private final TimeStripView strip;
    private final SessionModel session;
    private final SelectionModel selection;
    private final Consumer<String> open;
    private Optional<Investigation> shown = Optional.empty();

    /// @param open shows the incident with an id
    IncidentBands(TimeStripView strip, SessionModel session, SelectionModel selection, Consumer<String> open) {
        this.strip = strip;
        this.session = session;
        this.selection = selection;
        this.open = open;
    }

    /// Follows what is found from now on.
    void follow() {
        session.foundProperty().subscribe(this::show);
    }

    private void show(Optional<Investigation> found) {
        shown = found;
        strip.showBands(found.map(IncidentBands::bands).orElse(List.of()), this::select,
                band -> open.accept(band.incident()));
    }

    /// Of incidents that ask for attention; all if there are no others.
    private static List<StripBand.Stage> bands(Investigation found) {
        boolean areGrave = found.incidents().stream().anyMatch(IncidentBands::isGrave);
        List<StripBand.Stage> bands = new ArrayList<>();
        for (Incident incident : found.incidents()) {
            if (isGrave(incident) || !areGrave) {
                for (int i = 0; i < incident.stages().size(); i++) {
                    bands.add(band(found.index(), incident, i));
                }
            }
        }
        return bands.stream().limit(MOST_BANDS).sorted(Comparator.comparingLong(StripBand.Stage::fromNanos)).toList();
    }

    private static boolean isGrave(Incident incident) {
        return incident.severity().compareTo(Severity.LOW) > 0;
    }

    private static StripBand.Stage band(SipIndex index, Incident incident, int place) {
        Stage stage = incident.stages().get(place);
        List<IncidentKind> kinds = incident.stages().stream().map(Stage::kind).toList();
        String word = StageStyle.word(stage, kinds);
        String title = VisibleText.ofValue(incident.title().text(), LONGEST);
        String tip = text("workbench.timestrip.band", word, UtcTime.moment(index, stage.fromNanos()),
                UtcTime.moment(index, stage.toNanos()), VisibleText.ofValue(stage.did().text(), LONGEST),
                VisibleText.ofValue(stage.result().text(), LONGEST),
                SeverityStyle.word(incident.severity()).toLowerCase(Locale.ENGLISH), title);
        return new StripBand.Stage(incident.id(), title, incident.severity(), place, StageStyle.of(stage.kind()), word,
                stage.fromNanos(), stage.toNanos(), tip);
    }

    private void select(StripBand.Stage band) {
        shown.ifPresent(found -> found.incidents()
                .stream()
                .filter(each -> each.id().equals(band.incident()))
                .findFirst()
                .ifPresent(incident -> select(found.index(), incident.stages().get(band.stage()).evidence())));
    }

    private void select(SipIndex index, Evidence evidence) {
        RunTask<Selection> task = new RunTask<>(_ -> selection(evidence.dialogs(index), evidence.messages(index)));
        task.setOnSucceeded(_ -> selection.set(task.getValue()));
        task.start();
    }

    /// What is selected by a click on a band.
    static Selection selection(int[] dialogs, int[] messages) {
        return Selection.NONE.withDialogs(Arrays.stream(dialogs).boxed().toList())
                .withMessages(messages.length > MOST_SELECTED ? List.of() : Arrays.stream(messages).boxed().toList());
    }
}
