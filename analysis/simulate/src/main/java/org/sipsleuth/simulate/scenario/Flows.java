package org.sipsleuth.simulate.scenario;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.script.CallFlows;
import org.sipsleuth.simulate.script.Extensions;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;

/// Dialogs of all methods and common responses, as RFC 3665 and others describe them.
public final class Flows implements Scenario {

    private static final String DIALOGS = "dialogs";
    private static final String PER_SECOND = "dialogs-per-second";
    private static final int USER_AGENTS = 120;

    @Override
    public String name() {
        return "call-flows";
    }

    @Override
    public String description() {
        return "Dialogs on one hop that follow the RFCs: registrations, calls that are answered,"
                + " refused, redirected and cancelled, PRACK, UPDATE, REFER, SUBSCRIBE, PUBLISH,"
                + " MESSAGE, OPTIONS, with all common responses. For training a model that must"
                + " know SIP before it knows a network.";
    }

    @Override
    public String source() {
        return "RFC 3665; the common flows of RFC 5359; RFC 3261 and its extensions";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(DIALOGS, 2_000, "", 1, 1_000_000, "number of dialogs"),
                Setting.real(PER_SECOND, 0.3, "per second", 0.1, 1_000, "rate of new dialogs"));
    }

    @Override
    public void play(World world) {
        SeededRandom draws = world.draws().of(name());
        CallFlows flows = new CallFlows(draws.of("flows"));
        Extensions phones = new Extensions(world, "sip.example.org", USER_AGENTS);
        int[] left = {(int) world.settings().whole(DIALOGS)};
        new Arrivals(world, draws.of("arrivals"), world.settings().real(PER_SECOND)).begin(() -> {
            phones.dialog(Label.normal()).play(flows.next(), () -> {});
            return --left[0] > 0;
        });
    }
}
