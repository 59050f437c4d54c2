package org.sipsleuth.simulate.scenario.attack;

import java.util.List;
import java.util.function.LongConsumer;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// A scan: extension enumeration, or a host scan for SIP servers.
public final class Scan implements OfficeAttack {

    static final String WHAT = "scan-what";
    static final String METHOD = "scan-method";
    private static final String PER_SECOND = "scan-per-second";
    static final String TRIES = "scan-extensions";
    private static final String FIRST = "scan-first";
    static final String USER = "scan-user";
    private static final String SOURCES = "scan-sources";
    private static final String BY_EXTENSION = "extensions";
    static final String SHUFFLED = "shuffled-addresses";

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String description() {
        return "Extension enumeration with OPTIONS, REGISTER or INVITE: existing extensions"
                + " answer differently. Slow with scan-per-second=0.02, distributed with"
                + " scan-sources=50. scan-what=addresses scans the hosts of the office's network,"
                + " starting at the server's address: only the server, the gateway and the phones"
                + " answer, and requests are not retransmitted.";
    }

    @Override
    public String source() {
        return "Paper 4 (Bayesian beliefs), class SCAN; what sipvicious' svwar and svmap do, sippts and nmap";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.choice(WHAT, "what is scanned, in ascending or random order", BY_EXTENSION, "addresses",
                        SHUFFLED),
                Setting.choice(METHOD, "request method", "OPTIONS", "REGISTER", "INVITE"),
                Setting.real(PER_SECOND, 20, "per second", 0.0001, 100_000, "tries"),
                Setting.whole(TRIES, 400, "extensions", 1, 100_000_000, "number of extensions"),
                Setting.whole(FIRST, 1_900, "", 0, 1_000_000_000, "first extension"),
                Setting.text(USER, "100", "user part of requests to an address; empty for none"),
                Setting.whole(SOURCES, 1, "hosts", 1, 60_000, "number of attacking hosts"));
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        String what = settings.text(WHAT);
        String method = settings.text(METHOD);
        boolean isSweep = !what.equals(BY_EXTENSION);
        Attack attack = office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.SCAN,
                        isSweep ? AttackKind.HOST_SCAN : AttackKind.EXTENSION_ENUMERATION,
                        "%s are tried with %s".formatted(isSweep ? "addresses" : BY_EXTENSION, method)));
        ExternalAgents strangers = new ExternalAgents(office, draws.of("strangers"), settings.count(SOURCES));
        long tries = settings.whole(TRIES);
        LongConsumer attempt = isSweep ? new Sweep(office, strangers, settings, draws.of("order"), attack)
                : extensions(office, strangers, settings, attack);
        new Attempts(office.scene(), draws, settings.real(PER_SECOND), 0.2, forSeconds).make(tries, attempt);
    }

    private static LongConsumer extensions(Office office, ExternalAgents strangers, Settings settings, Attack attack) {
        String method = settings.text(METHOD);
        long first = settings.whole(FIRST);
        return number -> {
            UserAgent scanner = strangers.of(number);
            String uri = "sip:" + (first + number) + "@" + office.domain();
            scanner.request(plan(method, uri, office), Label.of(attack));
        };
    }

    private static RequestPlan plan(String method, String uri, Office office) {
        NameAddress extension = new NameAddress("", uri);
        RequestPlan plan =
                method.equals("REGISTER")
                        ? RequestPlan.of(method, "sip:" + office.domain())
                                .from(extension)
                                .to(extension)
                                .with("Expires", ExternalAgents.EXPIRES)
                        : RequestPlan.of(method, uri);
        return plan.withoutCredentials();
    }
}
