package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.user;

import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;

/// States which accounts of others a host registered, or tried to.
final class RegistrationHijackText {

    private final Traffic traffic;
    private final List<SecondRegistration> seconds;
    private final boolean isCollector;
    private final boolean isUnusual;
    private final boolean isSupported;
    private final boolean isProgram;
    private final boolean goesOn;
    private final boolean isReplaced;

    /// @param seconds of one host
    /// @param isCollector whether it registers accounts of several users
    /// @param isUnusual whether hardly any other user has several devices
    /// @param isSupported whether more than the binding speaks for a thief
    /// @param isProgram whether the host takes every call of the user by a program
    RegistrationHijackText(Traffic traffic, List<SecondRegistration> seconds, boolean isCollector, boolean isUnusual,
            boolean isSupported, boolean isProgram) {
        this.traffic = traffic;
        this.seconds = seconds;
        this.isCollector = isCollector;
        this.isUnusual = isUnusual;
        this.isSupported = isSupported || isProgram;
        this.isProgram = isProgram;
        this.goesOn = seconds.stream().anyMatch(SecondRegistration::goesOn);
        this.isReplaced = seconds.stream().anyMatch(each -> !each.removals().isEmpty());
    }

    /// The finding.
    ///
    /// @param calls to the users that went to the host
    Finding finding(List<HopTransaction> calls) {
        int host = seconds.getFirst().host();
        List<HopTransaction> binds = seconds.stream().flatMap(e -> e.binds().stream()).toList();
        List<HopTransaction> removals = seconds.stream().flatMap(each -> each.removals().stream()).toList();
        List<HopTransaction> all = Stream.concat(binds.stream(), removals.stream()).toList();
        boolean isTaken = calls.stream().anyMatch(HopTransaction::isAccepted);
        Observed observed = new Observed(traffic, IncidentKind.REGISTRATION_HIJACK)
                .on(Stream.concat(all.stream(), calls.stream()).toList())
                .by(host, List.of(userAgent(traffic, seconds.getFirst().first())))
                .against(all.stream().map(HopTransaction::destination))
                .against(seconds.stream().map(SecondRegistration::owner))
                .accounts(seconds.stream().map(SecondRegistration::user))
                .outcome(!isDecided() ? Outcome.NOT_DETERMINED : isTaken ? Outcome.SUCCEEDED : Outcome.PARTIAL)
                .confidence(confidence(isTaken))
                .measure("measure.registrations", seconds.size(), 1)
                .verb("registered")
                .clause(text("registration.accounts", count(seconds.size())), binds)
                .words(text("registration.while"))
                .clause(text("registration.owners"), seconds.stream().flatMap(each -> each.owners().stream()).toList())
                .card(text("registration.did", count(seconds.size())),
                        text("registration.result", count(calls.size())));
        if (!removals.isEmpty()) {
            String before = calls.isEmpty() ? "registration.comma.last" : "registration.comma";
            observed.words(text(before)).clause(text("registration.removed"), removals);
        }
        if (!calls.isEmpty()) {
            observed.words(text("registration.and")).clause(text("registration.calls", count(calls.size())), calls);
        }
        addKeys(observed, calls);
        doubt(observed, host);
        return observed.finding();
    }

    /// Whether more speaks for a thief than that the account has a second device.
    private boolean isDecided() {
        return isReplaced || isCollector || isSupported;
    }

    private double confidence(boolean isTaken) {
        double base = isReplaced ? (goesOn ? 0.8 : 0.6) : isCollector ? 0.75 : unsure();
        return base + (isTaken ? 0.05 : 0) + (isCollector ? 0.1 : 0);
    }

    private double unsure() {
        double base = isUnusual ? 0.55 : 0.3;
        return isSupported ? Math.max(0.7, base) : base;
    }

    private void addKeys(Observed observed, List<HopTransaction> calls) {
        for (SecondRegistration each : seconds) {
            observed.key(each.first().request(), text("registration.key", user(traffic.table().user(each.user())),
                    host(traffic.table().host(each.owner()))));
            each.removals()
                    .stream()
                    .findFirst()
                    .ifPresent(removal -> observed.key(removal.request(), text("registration.key.removal")));
        }
        calls.stream().findFirst().ifPresent(call -> observed.key(call.request(), text("registration.key.call")));
    }

    private void doubt(Observed observed, int host) {
        boolean isSure = isReplaced || isCollector;
        observed.alternative(text(isSure ? "registration.alternative.against"
                : isProgram ? "registration.alternative.program"
                : isUnusual ? "registration.alternative.unusual"
                : "registration.alternative"));
        if (!isSure) {
            observed.notDetermined(text("registration.unknown", host(traffic.table().host(host))));
        }
        if (!isDecided()) {
            observed.minor();
        }
    }

    /// A host that tried accounts of several others and got none.
    ///
    /// @param refused its registrations with credentials
    static Finding refused(Traffic traffic, int host, List<HopTransaction> refused) {
        int accounts = (int) refused.stream().mapToInt(HopTransaction::toUser).distinct().count();
        Observed observed = new Observed(traffic, IncidentKind.REGISTRATION_HIJACK).on(refused)
                .by(host, List.of(userAgent(traffic, refused.getFirst())))
                .against(refused.stream().map(HopTransaction::destination))
                .accounts(refused.stream().map(HopTransaction::toUser))
                .outcome(Outcome.ATTEMPTED)
                .confidence(0.4 + 0.05 * accounts)
                .measure("measure.registrations", accounts, 1)
                .words(text("registration.tried"))
                .clause(text("registration.accounts", count(accounts)), refused)
                .words(text("registration.refused"))
                .card(text("registration.did.tried", count(accounts)), text("registration.none"))
                .alternative(text("registration.alternative.guessing"));
        refused.forEach(each -> observed.key(each.request(),
                text("registration.key.refused", user(traffic.table().user(each.toUser())))));
        return observed.finding();
    }

    /// The product that a registration names; empty without one.
    static String userAgent(Traffic traffic, HopTransaction register) {
        return register.fingerprint() < 0 ? "" : traffic.table().fingerprint(register.fingerprint()).userAgent();
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
