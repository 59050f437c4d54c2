package org.sipsleuth.simulate.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.simulate.clock.Draws;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.script.Corpus;
import org.sipsleuth.simulate.script.Party;
import org.sipsleuth.simulate.script.ScriptPlayer;
import org.sipsleuth.simulate.setting.Setting;
import org.sipsleuth.simulate.truth.Label;
import org.sipsleuth.simulate.truth.TrafficClass;
import org.sipsleuth.simulate.world.World;

/// The corpus of the paper on known and unknown dialogs, in its exact numbers.
public final class PaperDialogs implements Scenario {

    private static final int USER_AGENTS = 254;
    private static final int FIRST_EXTENSION = 2_001;
    private static final String DOMAIN = "sip.example.net";
    private static final int SIP_PORT = 5060;
    private static final String PER_SECOND = "dialogs-per-second";

    @Override
    public String name() {
        return "paper-dialogs";
    }

    @Override
    public String description() {
        return "18,782 dialogs of 254 user agents with 1,492 different sequences, 66.2 % of which"
                + " occur once, of 17 message types and 3 to 56 messages. The note of a dialog in"
                + " the truth tells its part of the split: train (928 sequences), validation, test.";
    }

    @Override
    public String source() {
        return "Paper 1 (known and unknown dialogs), §4.1, Tables 6 and 7";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.real(PER_SECOND, 5, "per second", 0.1, 1_000, "how many dialogs begin"));
    }

    @Override
    public void play(World world) {
        Draws draws = world.draws().of(name());
        List<Corpus.Entry> corpus = new Corpus(Corpus.Numbers.PAPER, draws.of("corpus")).draw();
        Party server =
                new Party(
                        "server",
                        DOMAIN,
                        "",
                        Profiles.pbx(),
                        new Socket(Host.ipv4(10, 0, 0, 1), SIP_PORT));
        world.network().joinTapped(server.socket(), (_, _, _) -> {});
        List<Party> agents = new ArrayList<>();
        for (int i = 0; i < USER_AGENTS; i++) {
            agents.add(agent(i, world));
        }
        next(world, draws, corpus.iterator(), agents, server);
    }

    private static Party agent(int number, World world) {
        Host host = Host.ipv4(10, 0, 1 + number / 200, 10 + number % 200);
        String user = Integer.toString(FIRST_EXTENSION + number);
        Party agent =
                new Party(
                        user,
                        DOMAIN,
                        "pw" + user,
                        Profiles.phone(number),
                        new Socket(host, SIP_PORT));
        world.network().joinTapped(agent.socket(), (_, _, _) -> {});
        world.truth().user(agent.uri(), TrafficClass.NORMAL);
        return agent;
    }

    /// Begins the next dialog, and plans the one after it.
    private void next(
            World world,
            Draws draws,
            Iterator<Corpus.Entry> corpus,
            List<Party> agents,
            Party server) {
        if (!corpus.hasNext()) {
            return;
        }
        Corpus.Entry entry = corpus.next();
        Party caller = draws.of(agents);
        Party called = draws.of(agents);
        Party callee = new Party(called.user(), DOMAIN, "", server.profile(), server.socket());
        Label label = Label.normal(entry.part().name().toLowerCase(Locale.ROOT));
        Draws own = draws.of("dialog", draws.between(0, Long.MAX_VALUE - 1));
        new ScriptPlayer(world, own, caller, callee, label).play(entry.script(), () -> {});
        double seconds = draws.exponential(1 / world.settings().real(PER_SECOND));
        world.timeline()
                .in((long) (seconds * 1e9), () -> next(world, draws, corpus, agents, server));
    }
}
