package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.timestrip.StripBand;
import org.sipsleuth.view.timestrip.TimeStripView;
import org.sipsleuth.view.ui.TruthWords;
import org.sipsleuth.view.ui.UtcTime;

/// Shows the attacks of the ground truth, while it is on, in their lane of the time strip. A click
/// selects the messages of an attack.
final class AttackBands {

    /// More bands would take long to draw.
    private static final int MOST_BANDS = 10_000;

    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_STORY = 240;

    private final TimeStripView strip;
    private final SelectionModel selection;

    AttackBands(TimeStripView strip, SelectionModel selection) {
        this.strip = strip;
        this.selection = selection;
    }

    /// Shows the attacks of the ground truth, or hides them.
    void show(Optional<IndexTruth> truth) {
        strip.showAttacks(truth.map(AttackBands::bands).orElse(List.of()),
                band -> truth.ifPresent(labels -> select(labels, band)));
    }

    private static List<StripBand.Attack> bands(IndexTruth truth) {
        List<AttackFacts> attacks = truth.attacks();
        return IntStream.range(0, attacks.size())
                .filter(i -> attacks.get(i).messages() > 0)
                .limit(MOST_BANDS)
                .mapToObj(i -> band(truth, attacks.get(i), i))
                .sorted(Comparator.comparingLong(StripBand.Attack::fromNanos))
                .toList();
    }

    private static StripBand.Attack band(IndexTruth truth, AttackFacts facts, int place) {
        Attack attack = facts.attack();
        TruthLabel label = new TruthLabel(attack.trafficClass(), Optional.of(attack), "");
        String word = VisibleText.ofValue(TruthWords.of(label), LONGEST_WORD);
        String tip = text("workbench.timestrip.attack", word, UtcTime.moment(truth.index(), facts.fromNanos()),
                UtcTime.moment(truth.index(), facts.toNanos()), facts.messages(),
                VisibleText.ofValue(attack.story(), LONGEST_STORY));
        return new StripBand.Attack(place, attack.trafficClass(), word, facts.fromNanos(), facts.toNanos(), tip);
    }

    private void select(IndexTruth truth, StripBand.Attack band) {
        RunTask<Selection> task = new RunTask<>(_ -> selected(truth, truth.attacks().get(band.attack()).attack()));
        task.setOnSucceeded(_ -> selection.set(task.getValue()));
        task.start();
    }

    private static Selection selected(IndexTruth truth, Attack attack) {
        MessageTable messages = truth.index().messages();
        int[] its = IntStream.range(0, messages.size())
                .filter(message -> truth.ofMessage(message)
                        .flatMap(TruthLabel::attack)
                        .filter(attack::equals)
                        .isPresent())
                .toArray();
        int[] dialogs = IntStream.of(its).map(messages::dialog).distinct().sorted().toArray();
        return IncidentBands.selection(dialogs, its);
    }
}
