package org.sipsleuth.simulate.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.mutation.FieldPermutation;
import org.sipsleuth.simulate.mutation.GrammarMutator;
import org.sipsleuth.simulate.mutation.Rule;
import org.sipsleuth.simulate.script.CallGrammar;
import org.sipsleuth.simulate.script.Extensions;
import org.sipsleuth.simulate.script.Script;
import org.sipsleuth.simulate.script.ScriptPlayer;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Dialogs in which one message breaks the grammar of SIP or SDP, among valid ones.
public final class Mutations implements Scenario {

    private static final List<Rule> RULES = List.of(Rule.values());
    private static final String MUTATED = "mutated-dialogs";
    private static final String EDITS = "edits";
    private static final String PERMUTE = "permute";
    private static final String YES = "yes";
    private static final int USER_AGENTS = 60;

    @Override
    public String name() {
        return "mutations";
    }

    @Override
    public String description() {
        return "Normal dialogs, some of them with one malformed message: each grammar rule in"
                + " turn is violated in a header field, the start line or the SDP, in one or"
                + " several places. The ground truth lists the changed bytes.";
    }

    @Override
    public String source() {
        return "Paper 3 (n-gram anomalies), §6: fuzzed messages; RFC 4475 for the kinds of damage";
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>(Mixture.settings(400));
        settings.add(Mixture.specials(MUTATED, 400, "dialogs with a malformed message"));
        settings.add(Setting.whole(EDITS, 3, "places", 1, 20, "maximum number of errors in a message"));
        settings.add(Setting.choice(PERMUTE, "whether every message, normal or not, has its header fields and the"
                + " parameters of Via in random order and a random Max-Forwards", "no", YES));
        return settings;
    }

    @Override
    public void play(World world) {
        SeededRandom draws = world.draws().of(name());
        CallGrammar grammar = new CallGrammar(draws.of("grammar"));
        Extensions phones = new Extensions(world, "sip.example.com", USER_AGENTS);
        Map<Rule, Attack> attacks = new EnumMap<>(Rule.class);
        FieldPermutation permutation = new FieldPermutation(draws.of(PERMUTE));
        Function<Label, ScriptPlayer> dialogs =
                world.settings().is(PERMUTE, YES) ? label -> phones.dialog(label).rewriting(permutation)
                        : phones::dialog;
        int edits = world.settings().count(EDITS);
        new Mixture(world, draws.of("mixture"), MUTATED)
                .begin(() -> dialogs.apply(Label.normal()).play(grammar.next(), () -> {}), number -> {
                    Rule rule = RULES.get(number % RULES.size());
                    Attack attack = attacks.computeIfAbsent(rule, r -> attack(world, r));
                    SeededRandom own = draws.of("edit", number);
                    int places = (int) own.between(1, edits);
                    Script script = grammar.next();
                    dialogs.apply(Label.of(attack))
                            .mutating(own.below(script.length()), new GrammarMutator(rule, places, own))
                            .play(script, () -> {});
                });
    }

    private static Attack attack(World world, Rule rule) {
        return world.truth()
                .attack(AttackPlan.of(TrafficClass.MUTATION, AttackKind.MALFORMED_MESSAGES,
                        "a part of a message is " + rule.text()));
    }
}
