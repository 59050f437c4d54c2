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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.transaction.BindingLifetime;
import org.sipsleuth.transaction.HopTransaction;

/// Finds accounts that a host registers while the binding of another host is valid.
final class SecondRegistrations {

    private static final int MOST_REGISTERS = 5_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// A removal and the registration that follows it.
    private static final long REPLACING_NANOS = 30 * NANOS_PER_SECOND;

    /// Phones that register within this time of each other do so in one round.
    private static final long ROUND_NANOS = 10 * NANOS_PER_SECOND;

    private static final int OTHERS_IN_ROUND = 2;

    /// What separates addresses, with their ports, in a URI.
    private static final Pattern NO_ADDRESS = Pattern.compile("[^\\p{Alnum}.:]+");

    private final Traffic traffic;

    /// The accepted registrations of each account at their hop of origin, in the order of time.
    private final Map<Integer, List<HopTransaction>> registers = new LinkedHashMap<>();

    private final Map<Integer, Integer> owners = new HashMap<>();

    /// Of the owners' registrations: each may precede those of many hosts.
    private final Map<HopTransaction, Long> lasts = new HashMap<>();

    private final Map<HopTransaction, String> domains = new HashMap<>();

    private final Map<String, List<HopTransaction>> rounds;

    /// What shows that phones of users go on, in the order of time; when first needed.
    private @Nullable Map<Phone, List<HopTransaction>> signs;

    /// Who guessed which password.
    private final Set<Phone> guessers = new HashSet<>();

    private record Phone(int host, int user) {}

    SecondRegistrations(Traffic traffic) {
        this.traffic = traffic;
        for (GuessedPassword each : traffic.guessed()) {
            each.guessers().forEach(host -> guessers.add(new Phone(host, each.account())));
        }
        for (HopTransaction each : traffic.table().origins()) {
            if (each.method() == MessageTypes.REGISTER && each.toUser() != HopTransaction.NONE && each.isAccepted()
                    && !traffic.roles().isServer(each.source())) {
                registers.computeIfAbsent(each.toUser(), _ -> new ArrayList<>(2)).add(each);
            }
        }
        registers.forEach((user, its) -> owners.put(user, owner(its)));
        Map<String, Integer> accounts = new HashMap<>();
        owners.values().forEach(host -> accounts.merge(network(host), 1, Integer::sum));
        rounds = rounds();
        Map<String, Integer> products = new HashMap<>();
        registers.values().forEach(its -> products.merge(product(its.getFirst()), 1, Integer::sum));
        registers.forEach(
                (user, its) -> replacedBefore(its, accounts, products).ifPresent(owner -> owners.put(user, owner)));
    }

    /// The accepted registrations of an account, in the order of time.
    List<HopTransaction> of(int user) {
        return registers.getOrDefault(user, List.of());
    }

    /// How many accounts were registered.
    int accounts() {
        return Math.toIntExact(
                registers.values().stream().filter(its -> its.stream().anyMatch(SecondRegistrations::binds)).count());
    }

    /// All of them, by the account, then by the host.
    List<SecondRegistration> find() {
        Set<String> networks = networks(owners.values());
        List<SecondRegistration> found = new ArrayList<>();
        registers.forEach((user, its) -> {
            traffic.monitor().throwIfCancelled();
            int owner = Objects.requireNonNull(owners.get(user));
            found.addAll(find(user, owner, its, networks));
        });
        return found;
    }

    private static boolean binds(HopTransaction register) {
        return register.isAccepted() && !register.unregisters();
    }

    private List<SecondRegistration> find(int user, int owner, List<HopTransaction> its, Set<String> networks) {
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
        bySource.forEach((host, ofHost) -> {
            if (others.contains(host)) {
                List<HopTransaction> binds = ofHost.stream().filter(SecondRegistrations::binds).toList();
                long from = binds.getFirst().atNanos();
                int before = Groups.firstFrom(owned, from) - 1;
                int after = Groups.firstFrom(ownBinds, from);
                second(user, owner, ofHost, binds, before < 0 ? null : owned.get(before),
                        after < ownBinds.size() ? ownBinds.get(after) : signOf(owner, user, from), networks)
                        .ifPresent(found::add);
            }
        });
        return found;
    }

    /// The first sign after a time that a phone of a user goes on, although its next registration
    /// was not captured: it removes its binding, calls, or answers a call.
    private @Nullable HopTransaction signOf(int host, int user, long nanos) {
        if (signs == null) {
            signs = signs();
        }
        List<HopTransaction> its = signs.getOrDefault(new Phone(host, user), List.of());
        int first = Groups.firstFrom(its, nanos);
        return first < its.size() ? its.get(first) : null;
    }

    /// Those of all owners' phones. Cost: all transactions once, whatever the hosts and accounts.
    private Map<Phone, List<HopTransaction>> signs() {
        Map<Phone, List<HopTransaction>> all = new HashMap<>();
        owners.forEach((user, owner) -> all.put(new Phone(owner, user), new ArrayList<>(0)));
        for (HopTransaction each : traffic.table().all()) {
            boolean isSent = !each.isCopy() && (each.isAccepted() || !isRegister(each));
            if (isSent) {
                add(all, each.source(), each.fromUser(), each);
            }
            if (each.isAccepted() && !each.isWithinDialog()) {
                add(all, each.destination(), each.toUser(), each);
            }
        }
        return all;
    }

    private static void add(Map<Phone, List<HopTransaction>> all, int host, int user, HopTransaction sign) {
        List<HopTransaction> its = all.get(new Phone(host, user));
        if (its != null) {
            its.add(sign);
        }
    }

    /// Whether the host that registered first had guessed the password.
    private boolean isThief(int host, int user, HopTransaction register) {
        return traffic.isExplained(register) || guessers.contains(new Phone(host, user));
    }

    private static boolean isRegister(HopTransaction each) {
        return each.method() == MessageTypes.REGISTER;
    }

    /// @param registers those of the second host
    /// @param binds those of them that add a binding
    /// @param before the last one of the owner before it
    /// @param after the next one of the owner, or another sign that it goes on
    private Optional<SecondRegistration> second(int user, int owner, List<HopTransaction> registers,
            List<HopTransaction> binds, @Nullable HopTransaction before, @Nullable HopTransaction after,
            Set<String> networks) {
        HopTransaction first = binds.getFirst();
        HopTransaction known = before == null ? after : before;
        if (known == null || !isRegister(known) || !domain(known).equals(domain(first))
                || (after != null && isRegister(after) && !domain(after).equals(domain(first)))) {
            return Optional.empty();
        }
        List<HopTransaction> removals = registers.stream()
                .filter(HopTransaction::unregisters)
                .filter(each -> each.atNanos() > first.atNanos() - REPLACING_NANOS)
                .filter(each -> removes(each, owner))
                .limit(MOST_REGISTERS)
                .toList();
        long valid = lasts.computeIfAbsent(known, each -> BindingLifetime.seconds(traffic.table().index(), each))
                * NANOS_PER_SECOND;
        boolean isValid = before == null ? hasRemovedAll(removals, first) || lists(first, owner) // it registered before the capture
                : !before.unregisters() && first.atNanos() <= before.atNanos() + valid;
        if (!isValid || (after != null && after.atNanos() > first.atNanos() + 2 * valid)) {
            return Optional.empty(); // the phone had left
        }
        boolean isOther = isOther(known, first);
        boolean comesBack = after != null && isRegister(after) && !after.unregisters();
        if (!comesBack && (isThief(owner, user, known) || !isOther)) {
            return Optional.empty();
        }
        if (after == null && removals.isEmpty()) {
            return Optional.empty(); // a phone that changed its address
        }
        boolean isOutside = !networks.contains(network(first.source()));
        return Optional.of(new SecondRegistration(user, owner, first.source(), binds, removals,
                Stream.of(before, after).filter(Objects::nonNull).toList(), isOther, after != null, isOutside,
                isOutside && after != null && binds.getLast().atNanos() > after.atNanos()));
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
                its.stream().map(HopTransaction::source).distinct().filter(host -> host != first.source()).toList();
        Set<String> listed = others.isEmpty() ? Set.of() : listed(first);
        return others.stream()
                .filter(host -> listed.contains(traffic.table().host(host)))
                .findFirst()
                .orElse(first.source());
    }

    /// The owner of an account whose registrations begin with the removal of all bindings, which
    /// makes nobody an owner: the first other host that registers it among phones of other users,
    /// if the one that removed them is in a network without any. Some phones remove old bindings
    /// when they start; so among other phones it must be a product that nobody else has, and the
    /// other host one of several of one product that register in the same round, as phones do that
    /// were registered before.
    ///
    /// @param accounts how many have their owner in each network
    /// @param products how many each product registered first
    private Optional<Integer> replacedBefore(List<HopTransaction> its, Map<String, Integer> accounts,
            Map<String, Integer> products) {
        HopTransaction first = its.getFirst();
        String network = network(first.source());
        boolean isAlone = accounts.getOrDefault(network, 0) <= 1;
        boolean isOnly = products.getOrDefault(product(first), 0) <= 1;
        if (!first.unregisters() || !(isAlone || isOnly) || !removesAll(first)) {
            return Optional.empty();
        }
        return its.stream()
                .filter(SecondRegistrations::binds)
                .filter(each -> each.source() != first.source())
                .filter(each -> accounts.containsKey(network(each.source())))
                .filter(each -> (isAlone && !network(each.source()).equals(network)) || (isOnly && isInRound(each)))
                .map(HopTransaction::source)
                .findFirst();
    }

    /// Whether phones of other users by the same product register shortly before or after.
    private boolean isInRound(HopTransaction register) {
        List<HopTransaction> its = rounds.getOrDefault(product(register), List.of());
        long from = register.atNanos() - ROUND_NANOS;
        return its.subList(Groups.firstFrom(its, from), its.size())
                .stream()
                .takeWhile(each -> each.atNanos() <= register.atNanos() + ROUND_NANOS)
                .filter(each -> each.toUser() != register.toUser())
                .limit(OTHERS_IN_ROUND)
                .count() == OTHERS_IN_ROUND;
    }

    /// The last registration of each account by the products that made them, in the order of time.
    private Map<String, List<HopTransaction>> rounds() {
        Map<String, List<HopTransaction>> all = new HashMap<>();
        for (List<HopTransaction> its : registers.values()) {
            HopTransaction last = its.getLast();
            if (binds(last) && !product(last).isEmpty()) {
                all.computeIfAbsent(product(last), _ -> new ArrayList<>()).add(last);
            }
        }
        all.values().forEach(its -> its.sort(Comparator.comparingLong(HopTransaction::atNanos)));
        return all;
    }

    /// What a program calls itself; empty if it does not.
    private String product(HopTransaction register) {
        return register.fingerprint() < 0 ? "" : traffic.table().fingerprint(register.fingerprint()).userAgent();
    }

    /// Whether the response to a registration lists a binding at a host.
    private boolean lists(HopTransaction register, int host) {
        return listed(register).contains(traffic.table().host(host));
    }

    /// The addresses that occur in the bindings that the response to a registration lists. Cost:
    /// its text, however many hosts are looked up.
    private Set<String> listed(HopTransaction register) {
        Set<String> addresses = new HashSet<>();
        if (register.response() >= 0) {
            for (NameAddr each : traffic.table().index().message(register.response()).contacts()) {
                for (String word : NO_ADDRESS.split(each.uri(), -1)) {
                    addresses.add(word);
                    int port = word.indexOf(':');
                    if (port >= 0) {
                        addresses.add(word.substring(0, port));
                    }
                }
            }
        }
        return addresses;
    }

    private boolean isOther(HopTransaction one, HopTransaction other) {
        if (one.fingerprint() < 0 || other.fingerprint() < 0) {
            return false;
        }
        return !product(one).equals(product(other));
    }

    private String domain(HopTransaction register) {
        return domains.computeIfAbsent(register,
                each -> message(each).to()
                        .flatMap(NameAddr::sipUri)
                        .map(uri -> uri.host().toLowerCase(Locale.ROOT))
                        .orElse(""));
    }

    private SipMessage message(HopTransaction register) {
        return traffic.table().index().message(register.request());
    }

    /// Whether all bindings were removed before a registration.
    private boolean hasRemovedAll(List<HopTransaction> removals, HopTransaction register) {
        return !removals.isEmpty() && removals.getFirst().atNanos() < register.atNanos()
                && removesAll(removals.getFirst());
    }

    private boolean removesAll(HopTransaction register) {
        return message(register).contacts().stream().anyMatch(each -> each.uri().equals("*"));
    }

    /// Whether a REGISTER removes all bindings, or one at the owner's address.
    private boolean removes(HopTransaction register, int owner) {
        String address = traffic.table().host(owner);
        return message(register).contacts()
                .stream()
                .anyMatch(each -> each.uri().equals("*") || CallParties.names(each.uri(), address));
    }
}
