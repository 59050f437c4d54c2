package org.sipsleuth.simulate.scenario;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.script.Corpus;
import org.sipsleuth.simulate.script.Extensions;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;

/// The corpus of the paper on known and unknown dialogs, in its exact numbers.
public final class PaperDialogs implements Scenario {

    private static final int USER_AGENTS = 254;
    private static final String PER_SECOND = "dialogs-per-second";

    @Override
    public String name() {
        return "paper-dialogs";
    }

    @Override
    public String description() {
        return "18,782 dialogs of 254 user agents with 1,492 different sequences, 66.2 % of which"
                + " occur once, of 17 message types and 3 to 56 messages. The note of a dialog in"
                + " the ground truth names its part of the split: train (928 sequences), validation, test.";
    }

    @Override
    public String source() {
        return "Paper 1 (known and unknown dialogs), §4.1, Tables 6 and 7";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.real(PER_SECOND, 5, "per second", 0.1, 1_000, "rate of new dialogs"));
    }

    @Override
    public void play(World world) {
        SeededRandom draws = world.draws().of(name());
        Iterator<Corpus.Entry> corpus = new Corpus(Corpus.Numbers.PAPER, draws.of("corpus")).draw().iterator();
        Extensions phones = new Extensions(world, "sip.example.net", USER_AGENTS);
        new Arrivals(world, draws.of("arrivals"), world.settings().real(PER_SECOND)).begin(() -> {
            Corpus.Entry entry = corpus.next();
            String part = entry.part().name().toLowerCase(Locale.ROOT);
            phones.dialog(Label.normal(part)).play(entry.script(), () -> {});
            return corpus.hasNext();
        });
    }
}
