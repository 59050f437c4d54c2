package org.sipsleuth.simulate.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.script.CallGrammar;
import org.sipsleuth.simulate.script.Extensions;
import org.sipsleuth.simulate.script.OddDialog;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Rare and impossible dialogs among usual ones.
public final class OddDialogs implements Scenario {

    private static final List<OddDialog> KINDS = List.of(OddDialog.values());
    private static final String ODD = "odd-dialogs";
    private static final int USER_AGENTS = 60;

    @Override
    public String name() {
        return "odd-dialogs";
    }

    @Override
    public String description() {
        return "Valid messages in a rare or impossible order, such as responses before their"
                + " request, calls after BYE, or endless challenges, among normal dialogs.";
    }

    @Override
    public String source() {
        return "Paper 1 (known and unknown dialogs): dialogs that its classifiers should flag as unknown";
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>(Mixture.settings(600));
        settings.add(Mixture.specials(ODD, 70, "number of odd dialogs; all kinds in turn"));
        return settings;
    }

    @Override
    public void play(World world) {
        SeededRandom draws = world.draws().of(name());
        CallGrammar grammar = new CallGrammar(draws.of("grammar"));
        Extensions phones = new Extensions(world, "sip.example.com", USER_AGENTS);
        Map<OddDialog, Attack> attacks = new EnumMap<>(OddDialog.class);
        new Mixture(world, draws.of("mixture"), ODD)
                .begin(() -> phones.dialog(Label.normal()).play(grammar.next(), () -> {}), number -> {
                    OddDialog kind = KINDS.get(number % KINDS.size());
                    Attack attack = attacks.computeIfAbsent(kind, odd -> attack(world, odd));
                    phones.dialog(Label.of(attack)).play(kind.script(draws), () -> {});
                });
    }

    private static Attack attack(World world, OddDialog kind) {
        return world.truth().attack(AttackPlan.oddity(TrafficClass.ODD_DIALOG, kind.story()));
    }
}
