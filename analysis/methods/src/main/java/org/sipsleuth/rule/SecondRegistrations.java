package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.fingerprint.Fingerprint;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.transaction.HopTransaction;

/// Finds accounts that a host registers while the binding of another host is valid.
final class SecondRegistrations {

    private static final int MOST_REGISTERS = 5_000;
    private static final long USUAL_EXPIRES = 3_600;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// A removal and the registration that follows it.
    private static final long REPLACING_NANOS = 30 * NANOS_PER_SECOND;

    private final Traffic traffic;

    /// The accepted registrations of each account at their hop of origin, in the order of time.
    private final Map<Integer, List<HopTransaction>> registers = new LinkedHashMap<>();

    private final Map<Integer, Integer> owners = new HashMap<>();

    /// Of the owners' registrations: each may precede those of many hosts.
    private final Map<HopTransaction, Long> lasts = new HashMap<>();

    /// What hosts send, at its hop of origin; when first needed.
    private @Nullable Groups sent;

    /// What hosts receive.
    private @Nullable Groups received;

    SecondRegistrations(Traffic traffic) {
        this.traffic = traffic;
        for (HopTransaction each : traffic.table().origins()) {
            if (each.method() == MessageTypes.REGISTER
                    && each.toUser() != HopTransaction.NONE
                    && each.isAccepted()
                    && !traffic.roles().isServer(each.source())) {
                registers.computeIfAbsent(each.toUser(), _ -> new ArrayList<>(2)).add(each);
            }
        }
        registers.forEach((user, its) -> owners.put(user, owner(its)));
    }

    /// The accepted registrations of an account, in the order of time.
    List<HopTransaction> of(int user) {
        return registers.getOrDefault(user, List.of());
    }

    /// How many accounts were registered.
    int accounts() {
        return Math.toIntExact(
                registers.values().stream()
                        .filter(its -> its.stream().anyMatch(SecondRegistrations::binds))
                        .count());
    }

    /// All of them, by the account, then by the host.
    List<SecondRegistration> find() {
        Set<String> networks = networks(owners.values());
        List<SecondRegistration> found = new ArrayList<>();
        registers.forEach(
                (user, its) -> {
                    traffic.monitor().throwIfCancelled();
                    int owner = Objects.requireNonNull(owners.get(user));
                    found.addAll(find(user, owner, its, networks));
                });
        return found;
    }

    private static boolean binds(HopTransaction register) {
        return register.isAccepted() && !register.unregisters();
    }

    private List<SecondRegistration> find(
            int user, int owner, List<HopTransaction> its, Set<String> networks) {
        Set<Integer> others = new HashSet<>();
        Map<Integer, List<HopTransaction>> bySource = new TreeMap<>();
        for (HopTransaction each : its) {
            bySource.computeIfAbsent(each.source(), _ -> new ArrayList<>(2)).add(each);
            boolean isOwned = each.destination() == its.getFirst().destination();
            if (each.source() != owner && binds(each) && isOwned && !traffic.isExplained(each)) {
                others.add(each.source());
            }
        }
        List<HopTransaction> owned = bySource.getOrDefault(owner, List.of());
        List<HopTransaction> ownBinds = owned.stream().filter(SecondRegistrations::binds).toList();
        List<SecondRegistration> found = new ArrayList<>();
        bySource.forEach(
                (host, ofHost) -> {
                    if (others.contains(host)) {
                        List<HopTransaction> binds =
                                ofHost.stream().filter(SecondRegistrations::binds).toList();
                        long from = binds.getFirst().atNanos();
                        int before = Groups.firstFrom(owned, from) - 1;
                        int after = Groups.firstFrom(ownBinds, from);
                        second(
                                        user,
                                        owner,
                                        ofHost,
                                        binds,
                                        before < 0 ? null : owned.get(before),
                                        after < ownBinds.size()
                                                ? ownBinds.get(after)
                                                : signOf(owner, user, from),
                                        networks)
                                .ifPresent(found::add);
                    }
                });
        return found;
    }

    /// The first sign after a time that a phone of a user goes on, although its next registration
    /// was not captured: it removes its binding, calls, or answers a call.
    private @Nullable HopTransaction signOf(int host, int user, long nanos) {
        if (sent == null) {
            int hosts = traffic.table().hostCount();
            sent = Groups.by(HopTransaction::source, hosts, traffic.table().origins());
            received = Groups.by(HopTransaction::destination, hosts, traffic.table().all());
        }
        Stream<HopTransaction> own =
                sent.of(host, nanos, Long.MAX_VALUE - 1).stream()
                        .filter(each -> each.fromUser() == user)
                        .filter(each -> each.isAccepted() || !isRegister(each));
        Stream<HopTransaction> answered =
                Objects.requireNonNull(received).of(host, nanos, Long.MAX_VALUE - 1).stream()
                        .filter(each -> each.toUser() == user && !each.isWithinDialog())
                        .filter(HopTransaction::isAccepted);
        return Stream.concat(own.limit(1), answered.limit(1))
                .min(Comparator.comparingLong(HopTransaction::atNanos))
                .orElse(null);
    }

    /// Whether the host that registered first had guessed the password.
    private boolean isThief(int host, int user, HopTransaction register) {
        return traffic.isExplained(register)
                || traffic.guessed().stream()
                        .anyMatch(each -> each.account() == user && each.guessers().contains(host));
    }

    private static boolean isRegister(HopTransaction each) {
        return each.method() == MessageTypes.REGISTER;
    }

    /// @param registers those of the second host
    /// @param binds those of them that add a binding
    /// @param before the last one of the owner before it
    /// @param after the next one of the owner, or another sign that it goes on
    private Optional<SecondRegistration> second(
            int user,
            int owner,
            List<HopTransaction> registers,
            List<HopTransaction> binds,
            @Nullable HopTransaction before,
            @Nullable HopTransaction after,
            Set<String> networks) {
        HopTransaction first = binds.getFirst();
        HopTransaction known = before == null ? after : before;
        if (known == null
                || !isRegister(known)
                || !domain(known).equals(domain(first))
                || (after != null && isRegister(after) && !domain(after).equals(domain(first)))) {
            return Optional.empty();
        }
        long valid = lasts.computeIfAbsent(known, this::expires) * NANOS_PER_SECOND;
        boolean isValid =
                before == null
                        ? lists(first, owner) // it registered before the capture
                        : !before.unregisters() && first.atNanos() <= before.atNanos() + valid;
        if (!isValid || (after != null && after.atNanos() > first.atNanos() + 2 * valid)) {
            return Optional.empty(); // the phone had left
        }
        List<HopTransaction> removals =
                registers.stream()
                        .filter(HopTransaction::unregisters)
                        .filter(each -> each.atNanos() > first.atNanos() - REPLACING_NANOS)
                        .filter(each -> removes(each, owner))
                        .limit(MOST_REGISTERS)
                        .toList();
        boolean isOther = isOther(known, first);
        boolean comesBack = after != null && isRegister(after) && !after.unregisters();
        if (!comesBack && (isThief(owner, user, known) || !isOther)) {
            return Optional.empty();
        }
        if (after == null && removals.isEmpty()) {
            return Optional.empty(); // a phone that changed its address
        }
        return Optional.of(
                new SecondRegistration(
                        user,
                        owner,
                        first.source(),
                        binds,
                        removals,
                        Stream.of(before, after).filter(Objects::nonNull).toList(),
                        isOther,
                        after != null,
                        after != null
                                && binds.getLast().atNanos() > after.atNanos()
                                && !networks.contains(network(first.source()))));
    }

    /// The networks of some hosts.
    private Set<String> networks(Collection<Integer> hosts) {
        return hosts.stream().distinct().map(this::network).collect(Collectors.toSet());
    }

    /// The first half of an IPv4 address, the first three groups of an IPv6 address.
    private String network(int host) {
        String address = traffic.table().host(host);
        boolean isIpv6 = address.contains(":");
        String[] parts = address.split(isIpv6 ? ":" : "\\.", -1);
        return String.join(".", List.of(parts).subList(0, Math.min(parts.length, isIpv6 ? 3 : 2)));
    }

    /// The host that registered first: of those whose bindings the first response lists, else the
    /// first in the capture.
    private int owner(List<HopTransaction> its) {
        HopTransaction first = its.getFirst();
        List<Integer> others =
                its.stream()
                        .map(HopTransaction::source)
                        .distinct()
                        .filter(host -> host != first.source())
                        .toList();
        List<String> listed = others.isEmpty() ? List.of() : listed(first);
        return others.stream()
                .filter(host -> names(listed, host))
                .findFirst()
                .orElse(first.source());
    }

    /// Whether the response to a registration lists a binding at a host.
    private boolean lists(HopTransaction register, int host) {
        return names(listed(register), host);
    }

    /// The bindings that the response to a registration lists.
    private List<String> listed(HopTransaction register) {
        return register.response() < 0
                ? List.of()
                : traffic.table().index().message(register.response()).contacts().stream()
                        .map(NameAddr::uri)
                        .toList();
    }

    private boolean names(List<String> uris, int host) {
        String address = traffic.table().host(host);
        return uris.stream().anyMatch(uri -> CallParties.names(uri, address));
    }

    private boolean isOther(HopTransaction one, HopTransaction other) {
        if (one.fingerprint() < 0 || other.fingerprint() < 0) {
            return false;
        }
        Fingerprint its = traffic.table().fingerprint(one.fingerprint());
        Fingerprint others = traffic.table().fingerprint(other.fingerprint());
        return !its.userAgent().equals(others.userAgent());
    }

    private String domain(HopTransaction register) {
        return message(register)
                .to()
                .flatMap(NameAddr::sipUri)
                .map(uri -> uri.host().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private SipMessage message(HopTransaction register) {
        return traffic.table().index().message(register.request());
    }

    /// How long a binding is valid, in s: as the registrar grants it, else as it was asked for.
    private long expires(HopTransaction register) {
        SipMessage request = message(register);
        List<NameAddr> own = request.contacts();
        Set<String> uris = own.stream().map(NameAddr::uri).collect(Collectors.toSet());
        List<NameAddr> listed =
                register.response() < 0
                        ? List.of()
                        : traffic.table().index().message(register.response()).contacts();
        return listed.stream()
                .filter(each -> uris.contains(each.uri()))
                .flatMap(each -> seconds(each.parameters().get("expires")).stream())
                .findFirst()
                .or(
                        () ->
                                own.stream()
                                        .flatMap(
                                                each ->
                                                        seconds(each.parameters().get("expires"))
                                                                .stream())
                                        .findFirst())
                .or(() -> request.header("Expires").flatMap(SecondRegistrations::seconds))
                .orElse(USUAL_EXPIRES);
    }

    private static Optional<Long> seconds(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }

    /// Whether a REGISTER removes all bindings, or one at the owner's address.
    private boolean removes(HopTransaction register, int owner) {
        String address = traffic.table().host(owner);
        return message(register).contacts().stream()
                .anyMatch(each -> each.uri().equals("*") || CallParties.names(each.uri(), address));
    }
}
