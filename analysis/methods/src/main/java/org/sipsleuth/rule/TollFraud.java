package org.sipsleuth.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.number.DialledNumbers.Kind;
import org.sipsleuth.number.KnownOtherwise;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.rule.ExternalCalls.Sign;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Recognises toll fraud: calls to numbers outside, by one source with one account, that have
/// several of the signs of [Sign], among them a decisive one.
///
/// Calls of servers and trunks are none: they pass on or bring in the calls of others.
final class TollFraud implements SessionRule {

    static final String POINTS = "toll-points";
    static final String RATES = "toll-rates";
    static final String CALLS = "toll-calls";
    private static final String PER_HOUR = "toll-calls-per-hour";
    private static final String BEGIN = "toll-day-begins";
    private static final String END = "toll-day-ends";
    static final long OPEN_NANOS = 60_000_000_000L;

    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final int HOURS_OF_DAY = 24;
    private static final int NEVER_CALLED_FROM = 5;
    private static final int OWN_RANGE_CALLS = 3;

    /// So many calls with a foreign account need no further sign, however slow they are.
    private static final int MANY_CALLS = 20;

    /// Nobody's own numbers are in so many countries.
    private static final int RELAYED_COUNTRIES = 3;

    private static final double MOST_CALLS = 0.7;
    private static final double HALF = 0.5;

    /// What so many known hosts call is a habit of the place.
    private static final int HABIT = 3;

    /// Where no registration was captured: so many hosts, and half of all that call out.
    private static final int HABIT_OF_STRANGERS = 10;

    /// So many callers show what the habits are.
    private static final int SAMPLED_CALLERS = 300;

    /// So many numbers of a caller show where most of them lead.
    private static final int SAMPLED = 50;

    private static final int SHARED = -2;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.TOLL_FRAUD, IncidentKind.ACCOUNT_TAKEOVER);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.whole(CALLS, 3, "calls", 1, 1_000_000,
                        "calls to external numbers with one account from one source that may be toll fraud"),
                Setting.whole(POINTS, 4, "points", 1, 20,
                        "points that the signs of toll fraud must reach together; one"
                                + " more where neither a guessed password nor the numbers are among them"),
                Setting.whole(PER_HOUR, 10, "calls", 1, 1_000_000,
                        "calls to external numbers within an hour that are a sign"),
                DialledNumbers.homeRegion(),
                Setting.text(RATES, "", "CSV file of your own rates: prefix, price per minute, kind"),
                DialledNumbers.expensive(),
                Setting.whole(BEGIN, 0, "h", 0, HOURS_OF_DAY,
                        "hour in UTC at which working hours begin, Monday to Friday"),
                Setting.whole(END, HOURS_OF_DAY, "h", 0, HOURS_OF_DAY,
                        "hour in UTC at which they end; with 0 to 24 working hours are not considered"));
    }

    private record Key(int source, int account) {}

    private record Place(Kind kind, String prefix) {

        static Place of(Destination destination) {
            return new Place(destination.kind(), destination.prefix());
        }
    }

    /// Which places some hosts call.
    ///
    /// @param areKnown whether they are those that are known; otherwise all that call out
    /// @param hosts how many they are
    private record Habits(boolean areKnown, int hosts, Map<Place, Set<Integer>> callers) {}

    @Override
    public List<Finding> apply(Traffic traffic) {
        Logins logins = Logins.of(traffic);
        Map<String, Integer> callers = new HashMap<>();
        Map<Key, ExternalCalls> all = collect(traffic, logins, callers);
        Context context = new Context(traffic, logins, all.values(), callers);
        List<ExternalCalls> suspects = new ArrayList<>();
        for (ExternalCalls each : all.values()) {
            traffic.monitor().throwIfCancelled();
            if (each.calls().size() >= traffic.settings().count(CALLS) && context.judge(each)) {
                suspects.add(each);
            }
        }
        suspects.addAll(relayed(all.values(), suspects, context));
        List<Finding> findings = new ArrayList<>();
        List<List<ExternalCalls>> groups = together(suspects);
        addHelpers(groups, all, suspects, context);
        ForeignRegistrations registrations = new ForeignRegistrations(traffic, groups, logins);
        KnownOtherwise numbers = new KnownOtherwise(traffic.numbers()::destination,
                () -> traffic.table().calls().stream().map(call -> traffic.table().user(call.callee())));
        for (List<ExternalCalls> together : groups) {
            together.sort(Comparator.comparingLong(ExternalCalls::fromNanos));
            TollFraudText text = new TollFraudText(traffic, together, registrations, logins, numbers);
            findings.add(text.fraud());
            text.takeover().ifPresent(findings::add);
            traffic.explain(text.registrations(), IncidentKind.ACCOUNT_TAKEOVER);
            together.forEach(each -> traffic.explain(each.invites(), IncidentKind.TOLL_FRAUD));
        }
        return findings;
    }

    /// External calls by source and account; notes for each range who calls it.
    private static Map<Key, ExternalCalls> collect(Traffic traffic, Logins logins, Map<String, Integer> callers) {
        TransactionTable table = traffic.table();
        Map<Key, ExternalCalls> all = new LinkedHashMap<>();
        for (Call call : traffic.openCalls()) {
            int source = call.source();
            String dialled = table.user(call.callee());
            if (DialledNumbers.isExternal(dialled) && !traffic.roles().isServer(source)
                    && !traffic.roles().isTrunk(source)) {
                String range = DialledNumbers.range(dialled);
                int account = logins.account(call.account());
                all.computeIfAbsent(new Key(source, account), key -> new ExternalCalls(source, account))
                        .add(call, range);
                callers.merge(range, source, (one, other) -> one.equals(other) ? one : SHARED);
            }
        }
        return all;
    }

    /// Strangers that call abroad under several names without a password: these are accounts of
    /// nobody, so that their calls count together.
    private static List<ExternalCalls> relayed(Collection<ExternalCalls> all, List<ExternalCalls> suspects,
            Context context) {
        Set<Integer> found = new HashSet<>();
        suspects.forEach(each -> found.add(each.source()));
        Map<Integer, List<ExternalCalls>> bySource = new LinkedHashMap<>();
        for (ExternalCalls each : all) {
            if (!found.contains(each.source()) && context.isNameless(each)) {
                bySource.computeIfAbsent(each.source(), _ -> new ArrayList<>(1)).add(each);
            }
        }
        return bySource.values()
                .stream()
                .filter(names -> names.size() > 1)
                .map(ExternalCalls::together)
                .filter(each -> context.judge(each) && each.has(Sign.RELAYED))
                .toList();
    }

    /// What is known beyond the calls of one source.
    private static final class Context {

        private final Traffic traffic;
        private final HostRoles roles;
        private final Settings settings;
        private final Map<String, Integer> callers;
        private final Map<Integer, GuessedPassword> guessed = new HashMap<>();
        private final Map<Integer, Set<Integer>> probers = new HashMap<>();
        private final int[] owned;
        private final AccountOwners owners;
        private final long[] lastSeen;
        private final KnownNetworks networks;
        private final Collection<ExternalCalls> all;
        private @Nullable Habits habits;

        Context(Traffic traffic, Logins logins, Collection<ExternalCalls> all, Map<String, Integer> callers) {
            this.traffic = traffic;
            this.roles = traffic.roles();
            this.settings = traffic.settings();
            this.callers = callers;
            this.all = all;
            this.networks = new KnownNetworks(roles);
            this.owners = new AccountOwners(traffic);
            traffic.guessed().forEach(each -> guessed.putIfAbsent(each.account(), each));
            owned = new int[traffic.table().hostCount()];
            for (int user = 0; user < traffic.table().userCount(); user++) {
                int owner = roles.owner(user);
                if (owner >= 0) {
                    owned[owner]++;
                }
            }
            lastSeen = new long[traffic.table().hostCount()];
            for (HopTransaction each : traffic.table().origins()) {
                lastSeen[each.source()] = each.atNanos();
            }
            for (Call call : traffic.table().calls()) {
                if (traffic.explanation(call.first()).filter(kind -> kind == IncidentKind.TOLL_FRAUD).isPresent()) {
                    probers.computeIfAbsent(call.source(), _ -> new HashSet<>()).add(logins.account(call.account()));
                }
            }
        }

        /// Whether the source looked for a prefix that leads out; of an address that many users share,
        /// this one.
        private boolean hasProbed(ExternalCalls each) {
            Set<Integer> accounts = probers.getOrDefault(each.source(), Set.of());
            boolean isShared = owned[each.source()] > Guesser.FEW_ACCOUNTS
                    && accounts.stream().allMatch(account -> roles.owner(account) == each.source());
            return isShared ? accounts.contains(each.account()) : !accounts.isEmpty();
        }

        /// Notes the signs; whether they are enough.
        boolean judge(ExternalCalls each) {
            int least = settings.count(POINTS);
            List<Call> calls = each.calls();
            signAccount(each);
            if (calls.size() < settings.count(CALLS)) {
                return false; // the others were before the password fell
            }
            each.sign(Sign.PROBED, hasProbed(each));
            each.sign(Sign.STRANGER, networks.wasStranger(each.source(), each.fromNanos()) && !isOwn(each));
            each.sign(Sign.OWN_RANGES, inOwnRanges(each) >= MOST_CALLS * calls.size());
            each.sign(Sign.AT_ONCE, Peak.atOnce(calls, OPEN_NANOS, traffic.table()) >= 2);
            each.sign(Sign.FREQUENT, perHour(calls) >= settings.count(PER_HOUR));
            each.sign(Sign.NEVER_CALLED, calls.size() >= NEVER_CALLED_FROM && roles.received(each.source()) == 0);
            each.sign(Sign.AFTER_HOURS, isAfterHours(calls));
            if (each.points() + Sign.SUSPICIOUS_NUMBERS.points() + Sign.INTERNATIONAL.points() + Sign.RELAYED.points()
                    < least) {
                return false; // whatever the numbers are
            }
            if (!each.isForeign() && areNational(calls)) {
                return false;
            }
            List<Destination> unusual = sample(calls).stream().filter(its -> !isHabit(its, each.source())).toList();
            each.sign(Sign.SUSPICIOUS_NUMBERS, isHalf(unusual, its -> its.kind().isSuspicious(), calls));
            each.sign(Sign.INTERNATIONAL,
                    isHalf(unusual, its -> its.kind() == Kind.INTERNATIONAL, calls) && traffic.numbers().hasHome());
            each.sign(Sign.RELAYED, isRelayed(each, unusual));
            boolean isSure = each.has(Sign.RELAYED) || each.has(Sign.GUESSED) || each.has(Sign.PROBED)
                    || each.has(Sign.SUSPICIOUS_NUMBERS) || (each.isForeign() && calls.size() >= MANY_CALLS);
            return each.isDecisive() && each.points() >= (isSure ? least : least + 1);
        }

        /// Whether the source registered the account that it called with, if only later, as where a
        /// capture begins between two registrations of a phone, and nobody else had it before.
        private boolean isOwn(ExternalCalls each) {
            return each.account() >= 0 && !each.isForeign() && owners.of(each.account()) == each.source()
                    && roles.registeredAtNanos(each.account(), each.source()) != 0;
        }

        /// Whether a stranger used a name that is nobody's account, without a password.
        boolean isNameless(ExternalCalls each) {
            return roles.isStranger(each.source()) && owners.of(each.account()) < 0
                    && each.calls().stream().allMatch(call -> call.credentials() == HopTransaction.NONE);
        }

        /// Whether a stranger that was let in without a password calls several countries that hardly
        /// anybody here calls, where others have to register.
        private boolean isRelayed(ExternalCalls each, List<Destination> unusual) {
            return each.has(Sign.STRANGER) && Arrays.stream(owned).anyMatch(accounts -> accounts > 0)
                    && each.calls().stream().allMatch(call -> call.credentials() == HopTransaction.NONE)
                    && unusual.stream().map(Destination::country).filter(its -> !its.isEmpty()).distinct().count()
                            >= RELAYED_COUNTRIES;
        }

        private boolean isHalf(List<Destination> unusual, Predicate<Destination> isOne, List<Call> calls) {
            return unusual.stream().filter(isOne).count() >= HALF * sample(calls).size();
        }

        /// Whether other hosts call a place, too: known ones; where none is known, most.
        private boolean isHabit(Destination destination, int source) {
            Habits its = habits;
            if (its == null) {
                its = habits();
                habits = its;
            }
            long others = its.callers()
                    .getOrDefault(Place.of(destination), Set.of())
                    .stream()
                    .filter(host -> host != source)
                    .count();
            return its.areKnown() ? others >= HABIT : others >= Math.max(HABIT_OF_STRANGERS, HALF * its.hosts());
        }

        private Habits habits() {
            boolean areKnown = all.stream().anyMatch(each -> roles.isKnown(each.source()));
            Map<Place, Set<Integer>> places = new HashMap<>();
            Set<Integer> sampled = new HashSet<>();
            for (ExternalCalls each : all) {
                if ((!areKnown || roles.isKnown(each.source())) && sampled.size() < SAMPLED_CALLERS
                        && sampled.add(each.source())) {
                    for (Destination its : sample(each.calls().subList(0, 1))) {
                        places.computeIfAbsent(Place.of(its), _ -> new HashSet<>()).add(each.source());
                    }
                }
            }
            return new Habits(areKnown, sampled.size(), places);
        }

        private void signAccount(ExternalCalls each) {
            int owner = owners.of(each.account());
            each.owned(owner);
            long registered = roles.registeredAtNanos(each.account(), each.source());
            GuessedPassword password = guessed.get(each.account());
            boolean isGuessed = password != null && each.toNanos() >= password.accepted().atNanos() - SECOND
                    && (registered == 0 || registered >= password.firstNanos());
            boolean isForeign = owner >= 0 && owner != each.source() && !networks.areNear(owner, each.source());
            if (isGuessed && password != null) {
                each.useBegins(password.accepted().atNanos());
            }
            each.sign(Sign.GUESSED, isGuessed);
            each.sign(Sign.FOREIGN, isForeign && lastSeen[owner] >= each.fromNanos());
            each.sign(Sign.MOVED, isForeign && lastSeen[owner] < each.fromNanos());
        }

        /// The calls to ranges that this source calls several times, and no other does.
        private int inOwnRanges(ExternalCalls each) {
            return each.ranges()
                    .entrySet()
                    .stream()
                    .filter(range -> range.getValue() >= OWN_RANGE_CALLS)
                    .filter(range -> callers.getOrDefault(range.getKey(), SHARED) == each.source())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        private static int perHour(List<Call> calls) {
            return Peak.within(calls.stream().mapToLong(Call::atNanos).toArray(), HOUR);
        }

        private boolean isAfterHours(List<Call> calls) {
            int begin = settings.count(BEGIN);
            int end = settings.count(END);
            boolean isSet = begin != 0 || end != HOURS_OF_DAY;
            return isSet && calls.stream().filter(call -> isOutside(call.atNanos(), begin, end)).count()
                    >= MOST_CALLS * calls.size();
        }

        private static boolean isOutside(long nanos, int begin, int end) {
            ZonedDateTime time = Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND)).atZone(ZoneOffset.UTC);
            boolean isDuty = begin <= end ? time.getHour() >= begin && time.getHour() < end
                    : time.getHour() >= begin || time.getHour() < end;
            return !isDuty || time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        }

        private List<Destination> sample(List<Call> calls) {
            return calls.stream()
                    .map(call -> traffic.table().user(call.callee()))
                    .distinct()
                    .limit(SAMPLED)
                    .map(traffic.numbers()::destination)
                    .toList();
        }

        private boolean areNational(List<Call> calls) {
            return sample(calls).stream().allMatch(each -> each.kind() == Kind.NATIONAL);
        }
    }

    /// Suspects that call the same ranges at the same time belong together.
    private static List<List<ExternalCalls>> together(List<ExternalCalls> suspects) {
        Sets sets = new Sets(suspects.size());
        Map<String, Integer> last = new HashMap<>();
        Integer[] order = new Integer[suspects.size()];
        Arrays.setAll(order, place -> place);
        Arrays.sort(order, Comparator.comparingLong(place -> suspects.get(place).fromNanos()));
        for (int place : order) {
            ExternalCalls each = suspects.get(place);
            for (String range : each.ranges().keySet()) {
                Integer before = last.get(range);
                if (before == null) {
                    last.put(range, place);
                } else {
                    ExternalCalls other = suspects.get(before);
                    if (each.fromNanos() - other.toNanos() < HOUR) {
                        sets.join(before, place);
                    }
                    if (each.toNanos() > other.toNanos()) {
                        last.put(range, place);
                    }
                }
            }
        }
        Map<Integer, List<ExternalCalls>> groups = new LinkedHashMap<>();
        for (int place : order) {
            groups.computeIfAbsent(sets.of(place), _ -> new ArrayList<>()).add(suspects.get(place));
        }
        return List.copyOf(groups.values());
    }

    /// Adds those that call the same ranges with accounts of others, too seldom to be suspects
    /// themselves.
    private static void addHelpers(List<List<ExternalCalls>> groups, Map<Key, ExternalCalls> all,
            List<ExternalCalls> suspects, Context context) {
        Map<String, List<ExternalCalls>> byRange = new HashMap<>();
        for (List<ExternalCalls> group : groups) {
            for (ExternalCalls each : group) {
                each.ranges().keySet().forEach(range -> byRange.putIfAbsent(range, group));
            }
        }
        Set<ExternalCalls> known = new HashSet<>(suspects);
        for (ExternalCalls each : all.values()) {
            if (known.contains(each)) {
                continue;
            }
            List<ExternalCalls> group = each.ranges()
                    .keySet()
                    .stream()
                    .filter(byRange::containsKey)
                    .findFirst()
                    .map(byRange::get)
                    .orElse(List.of());
            if (!group.isEmpty() && isNear(each, group)) {
                context.signAccount(each);
                if (each.isForeign() && each.hasUsed()) {
                    group.add(each);
                }
            }
        }
    }

    private static boolean isNear(ExternalCalls each, List<ExternalCalls> group) {
        ExternalCalls first = group.getFirst();
        return each.fromNanos() < first.toNanos() + HOUR && first.fromNanos() - HOUR < each.toNanos();
    }
}
