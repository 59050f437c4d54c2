package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.ui.TruthWords;
import org.sipsleuth.view.ui.UtcTime;

/// Shows the ground truth of a dialog or message, where it is known and visible.
final class TruthSection {

    /// How many mutations are listed.
    private static final int LIST_LIMIT = 20;

    private final Optional<IndexTruth> truth;
    private final Facts.Collector facts;

    TruthSection(Optional<IndexTruth> truth, Facts.Collector facts) {
        this.truth = truth;
        this.facts = facts;
    }

    /// Adds what a dialog is.
    void addDialog(int dialog) {
        if (truth.isPresent()) {
            IndexTruth visible = truth.get();
            facts.section(text("inspector.truth"));
            addLabel(visible.ofDialog(dialog), visible.index().dialogs().firstMessage(dialog));
        }
    }

    /// Adds what a message is, and which of its bytes were changed on purpose.
    void addMessage(int message) {
        if (truth.isPresent()) {
            facts.section(text("inspector.truth"));
            addLabel(truth.get().ofMessage(message), message);
            addMutations(truth.get().mutations(message));
        }
    }

    private void addLabel(Optional<TruthLabel> label, int message) {
        if (label.isEmpty()) {
            facts.plain(text("inspector.truth.class"), text("inspector.truth.unknown"));
            return;
        }
        facts.plain(text("inspector.truth.class"), TruthWords.of(label.get().trafficClass()));
        Optional<Attack> attack = label.get().attack();
        attack.ifPresent(story -> facts.plain(text("inspector.truth.attack"), story.id())
                .plain(text("inspector.truth.story"), story.story()));
        truth.flatMap(visible -> visible.attack(label.get(), message)).ifPresent(this::addAttack);
        facts.plain(text("inspector.truth.note"), label.get().note());
    }

    private void addAttack(AttackFacts attack) {
        facts.plain(text("inspector.truth.time"),
                text("inspector.truth.span", UtcTime.dateAndClock(attack.fromNanos()),
                        UtcTime.dateAndClock(attack.toNanos())))
                .plain(text("inspector.truth.size"), text("inspector.messages", attack.messages()));
    }

    private void addMutations(List<MutatedBytes> mutations) {
        String name = text("inspector.truth.mutation");
        int shown = Math.min(LIST_LIMIT, mutations.size());
        for (MutatedBytes bytes : mutations.subList(0, shown)) {
            facts.warning(name,
                    bytes.from() == bytes.to() ? text("inspector.truth.mutation.gone", bytes.from(), bytes.what())
                            : text("inspector.truth.mutation.bytes", bytes.from(), bytes.to() - 1, bytes.what()));
            name = "";
        }
        if (mutations.size() > shown) {
            facts.plain("", text("inspector.more", mutations.size() - shown));
        }
    }
}
