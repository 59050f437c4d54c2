package org.sipsleuth.simulate.scenario.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.MidCall;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Voicemail probing: calls to the voicemail of an office in which PINs are tried; or a user who has
/// forgotten the own PIN, which is no attack.
public final class VoicemailProbing implements OfficeAttack {

    private static final String CALLS = "voicemail-calls";
    private static final String PER_MINUTE = "voicemail-per-minute";
    private static final String NUMBER = "voicemail-number";
    private static final String DIGITS = "voicemail-digits";
    private static final String RESULT = "voicemail-result";
    private static final String BY = "voicemail-by";
    private static final String STRANGER = "stranger";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int MAILBOX = 19; // a seat that no phone has
    private static final int FORBIDDEN = 403;
    private static final int PINS = 10_000;
    private static final int TRIES = 3;
    private static final int MOST_CALLS_OF_A_USER = 3;
    private static final int PINS_OF_A_USER = 4;
    private static final double GREETING_SECONDS = 2;
    private static final double DIGIT_SECONDS = 0.3;
    private static final double TRY_SECONDS = 4;
    private static final double FAREWELL_SECONDS = 1;
    private static final double LISTENING_SECONDS = 90;

    @Override
    public String name() {
        return "voicemail-probing";
    }

    @Override
    public String description() {
        return "Voicemail probing: a stranger calls the voicemail again and again and tries three PINs"
                + " in each call. With voicemail-result=found the last one is right. No attack with"
                + " voicemail-by=user, who has forgotten the PIN.";
    }

    @Override
    public String source() {
        return "Fraud through mailboxes with guessed PINs: GSMA and CFCA on voicemail hacking";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(CALLS, 12, "calls", 1, 1_000_000, "total calls; of a user at most 3"),
                Setting.real(PER_MINUTE, 2, "per minute", 0.001, 100_000, "calls"),
                Setting.choice(NUMBER, "the number of the voicemail; any is random", "any", "*97", "8500", "voicemail"),
                Setting.choice(DIGITS, "whether PINs are sent in INFO requests, or nothing of them is captured", "info",
                        "none"),
                Setting.choice(RESULT, "calls are answered, or refused, or the last PIN is right", "answered",
                        "refused", "found"),
                Setting.choice(BY, "who calls", STRANGER, "user"));
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        boolean isStranger = settings.is(BY, STRANGER);
        Optional<Attack> attack = isStranger ? Optional.of(office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.PASSWORD_CRACKING, AttackKind.VOICEMAIL_PROBING,
                        "calls to voicemail in which PINs are tried")))
                : Optional.empty();
        String number =
                settings.is(NUMBER, "any") ? draws.of(List.of("*97", "8500", "voicemail")) : settings.text(NUMBER);
        Account mailbox = new Account(number, office.domain(), "", draws.token(8));
        AtomicBoolean isOpen = new AtomicBoolean();
        Answer wrong = settings.is(RESULT, "refused") ? Answer.refuse(FORBIDDEN, 0.05)
                : Answer.atOnce(0.2).hangingUp(GREETING_SECONDS + TRIES * TRY_SECONDS + FAREWELL_SECONDS);
        voicemail(office, mailbox, draws).answering(_ -> isOpen.get() ? Answer.atOnce(0.2) : wrong);
        attack.ifPresent(made -> office.scene().world().truth().account(made, number));
        UserAgent caller = isStranger ? new ExternalAgents(office, draws.of("strangers"), 1).any()
                : draws.of(office.people()).phone();
        List<String> pins = new ArrayList<>();
        for (int i = 0; i < (isStranger ? TRIES * settings.whole(CALLS) : PINS_OF_A_USER); i++) {
            pins.add("%04d".formatted(draws.below(PINS)));
        }
        long calls = isStranger ? settings.whole(CALLS) : Math.min(MOST_CALLS_OF_A_USER, settings.whole(CALLS));
        double perSecond = settings.real(PER_MINUTE) / SECONDS_PER_MINUTE;
        new Attempts(office.scene(), draws, perSecond, 0.3, forSeconds).make(calls, place -> {
            boolean isFound = settings.is(RESULT, "found") && place == calls - 1;
            boolean isSent = settings.is(DIGITS, "info");
            CallPlan plan = isFound ? CallPlan.talk(LISTENING_SECONDS) : CallPlan.listen();
            for (int i = 0; isSent && i < (isFound ? 1 : TRIES); i++) {
                type(pins.get((int) ((TRIES * place + i) % pins.size())), GREETING_SECONDS + i * TRY_SECONDS, plan);
            }
            isOpen.set(isFound);
            if (isFound && isSent) { // else no message shows it
                attack.ifPresent(made -> office.scene().world().truth().reached(made, AttackOutcome.SUCCEEDED));
            }
            caller.call(mailbox.uri(), plan, attack.map(Label::of).orElseGet(Label::normal));
        });
    }

    private static UserAgent voicemail(Office office, Account mailbox, SeededRandom draws) {
        UserAgent machine = new UserAgent(office.scene(), mailbox, draws.of(Profiles.phones()),
                Addresses.sip(office.addresses().inside(MAILBOX))).through(office.server().socket())
                .labelling(_ -> Label.normal());
        office.server().serving(mailbox, machine.socket());
        return machine;
    }

    private static void type(String pin, double atSeconds, CallPlan plan) {
        String keys = pin + "#";
        for (int i = 0; i < keys.length(); i++) {
            String text = "Signal=%s\r\nDuration=160\r\n".formatted(keys.charAt(i));
            plan.with(new MidCall.Ask(atSeconds + i * DIGIT_SECONDS, "INFO", new Body("application/dtmf-relay", text)));
        }
    }
}
