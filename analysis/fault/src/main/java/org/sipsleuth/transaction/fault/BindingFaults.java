package org.sipsleuth.transaction.fault;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Registrations whose Contact does not lead to the phone: it moves between devices, or names an
/// address that the registrar does not reach, and a later call fails there.
final class BindingFaults {

    /// An account moves if it returns so often to a device that it had left.
    private static final int RETURNS = 2;

    /// So many REGISTERs of an account are read.
    private static final int MOST_READ = 200;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int RINGING = 180;

    private final TransactionTable table;
    private final MessageTable messages;
    private final Map<Integer, List<HopTransaction>> accounts;

    /// @param accounts the REGISTERs of each account
    BindingFaults(TransactionTable table, Map<Integer, List<HopTransaction>> accounts) {
        this.table = table;
        this.accounts = accounts;
        messages = table.index().messages();
    }

    /// A device as a REGISTER names it.
    ///
    /// @param id its `+sip.instance`, else host and port of its Contact
    private record Device(String id, String contact) {}

    /// An accepted registration whose Contact cannot be reached from where the registrar is.
    private record Unreachable(HopTransaction register, Addresses.Named host, String contact) {}

    /// The faults, in the order of the accounts; then those of calls.
    List<NetworkFault> faults() {
        List<NetworkFault> faults = new ArrayList<>();
        Map<Integer, List<Unreachable>> unreachable = new HashMap<>(); // by user
        Set<Integer> failed = failedUsers();
        for (List<HopTransaction> hops : accounts.values()) {
            List<HopTransaction> bound = hops.stream().filter(hop -> hop.isAccepted() && hop.registers()).toList();
            moving(bound).ifPresent(faults::add);
            if (hops.stream().anyMatch(hop -> failed.contains(hop.toUser()))) { // else none need be read
                addUnreachable(bound, unreachable);
            }
        }
        if (!unreachable.isEmpty()) {
            addFailedCalls(unreachable, faults);
        }
        return faults;
    }

    /// The users that a call did not reach.
    private Set<Integer> failedUsers() {
        Set<Integer> users = new HashSet<>();
        for (HopTransaction hop : table.all()) {
            boolean isBegun = hop.method() == MessageTypes.INVITE && !hop.isWithinDialog();
            if (isBegun && (!hop.isAnswered() || isGivenUp(hop))) {
                users.add(hop.requestUser());
            }
        }
        return users;
    }

    private static boolean isGivenUp(HopTransaction invite) {
        return invite.status() == REQUEST_TIMEOUT && invite.provisional() < RINGING;
    }

    private Optional<NetworkFault> moving(List<HopTransaction> bound) {
        if (returns(bound.stream().map(hop -> (Object) messages.source(hop.request())).toList()) < RETURNS
                && returns(bound.stream().map(hop -> (Object) hop.dialog()).toList()) < RETURNS) {
            return Optional.empty();
        }
        List<HopTransaction> some = bound.subList(0, Math.min(bound.size(), MOST_READ));
        List<HopTransaction> replacing = new ArrayList<>();
        List<Object> devices = new ArrayList<>();
        for (HopTransaction hop : some) {
            Optional<Device> device = device(hop);
            Set<String> contacts = boundContacts(hop);
            // The response lists all bindings: only this one is left (RFC 3261 §10.3).
            if (device.isPresent() && contacts.equals(Set.of(device.get().contact))) {
                devices.add(device.get());
                replacing.add(hop);
            }
        }
        int returns = returns(devices);
        return returns < RETURNS ? Optional.empty() : Optional.of(moving(replacing, devices, returns));
    }

    private NetworkFault moving(List<HopTransaction> hops, List<Object> devices, int returns) {
        Collected found = new Collected();
        String user = table.user(hops.getFirst().toUser());
        found.user(user);
        Set<String> names = new LinkedHashSet<>();
        int moves = 0;
        for (int i = 0; i < hops.size(); i++) {
            HopTransaction hop = hops.get(i);
            names.add(((Device) devices.get(i)).contact);
            if (i == 0 || !devices.get(i).equals(devices.get(i - 1))) {
                found.dialog(hop.dialog()).message(hop.request()).at(hop.atNanos());
                moves += i == 0 ? 0 : 1;
            }
        }
        found.value("user", user)
                .value("contacts", String.join(", ", names))
                .value("moves", Integer.toString(moves))
                .value("returns", Integer.toString(returns));
        return found.fault(FaultKind.REGISTRATION_MOVING,
                "The registration of %s moved %,d times between %s within %s: each replaced the other, and calls reach only the last."
                        .formatted(found.users(), moves, String.join(" and ", names),
                                Collected.seconds(found.lastNanos() - found.firstNanos())));
    }

    /// How often a sequence comes back to a value that it had left.
    private static int returns(List<Object> sequence) {
        Set<Object> left = new HashSet<>();
        int returns = 0;
        for (int i = 1; i < sequence.size(); i++) {
            if (!sequence.get(i).equals(sequence.get(i - 1))) {
                left.add(sequence.get(i - 1));
                returns += left.contains(sequence.get(i)) ? 1 : 0;
            }
        }
        return returns;
    }

    private Optional<Device> device(HopTransaction hop) {
        List<NameAddr> contacts = table.index().message(hop.request()).contacts();
        if (contacts.size() != 1) {
            return Optional.empty();
        }
        String instance = contacts.getFirst().parameters().getOrDefault("+sip.instance", "");
        return hostAndPort(contacts.getFirst())
                .map(contact -> new Device(instance.isEmpty() ? contact : instance, contact));
    }

    private Set<String> boundContacts(HopTransaction hop) {
        Set<String> contacts = new HashSet<>();
        table.index().message(hop.response()).contacts().forEach(each -> hostAndPort(each).ifPresent(contacts::add));
        return contacts;
    }

    private static Optional<String> hostAndPort(NameAddr contact) {
        return contact.sipUri()
                .filter(uri -> !uri.host().isEmpty())
                .map(uri -> uri.port() < 0 ? uri.host() : uri.host() + ":" + uri.port());
    }

    private void addUnreachable(List<HopTransaction> bound, Map<Integer, List<Unreachable>> unreachable) {
        Set<List<Integer>> read = new HashSet<>(); // a refresh names the same
        for (HopTransaction hop : bound) {
            boolean isNew = read.size() < MOST_READ && read.add(List.of(hop.dialog(), messages.source(hop.request())));
            if (isNew && hop.toUser() >= 0) {
                unreachable(hop).ifPresent(each -> add(each, unreachable));
            }
        }
    }

    private static void add(Unreachable binding, Map<Integer, List<Unreachable>> unreachable) {
        List<Unreachable> ofUser = unreachable.computeIfAbsent(binding.register.toUser(), _ -> new ArrayList<>(1));
        if (ofUser.size() < MOST_READ) {
            ofUser.add(binding);
        }
    }

    private Optional<Unreachable> unreachable(HopTransaction hop) {
        InetAddress source = messages.endpoint(messages.source(hop.request())).address();
        InetAddress registrar = messages.endpoint(messages.destination(hop.request())).address();
        SipMessage message = table.index().message(hop.request());
        return message.contacts()
                .stream()
                .map(NameAddr::sipUri)
                .flatMap(Optional::stream)
                .flatMap(uri -> named(uri, source, registrar, hop).stream())
                .findFirst();
    }

    private static Optional<Unreachable> named(SipUri uri, InetAddress source, InetAddress registrar,
            HopTransaction hop) {
        return Addresses.of(uri.host())
                .filter(named -> Addresses.isUnreachable(named.address(), source, registrar))
                .map(named -> new Unreachable(hop, named,
                        uri.port() < 0 ? named.text() : named.text() + ":" + uri.port()));
    }

    private void addFailedCalls(Map<Integer, List<Unreachable>> unreachable, List<NetworkFault> faults) {
        Map<Unreachable, List<HopTransaction>> failed = new LinkedHashMap<>();
        for (HopTransaction hop : table.all()) {
            if (hop.method() == MessageTypes.INVITE && !hop.isWithinDialog()) {
                last(unreachable.getOrDefault(hop.requestUser(), List.of()), hop)
                        .filter(binding -> failsAt(binding, hop))
                        .ifPresent(binding -> failed.computeIfAbsent(binding, _ -> new ArrayList<>(1)).add(hop));
            }
        }
        failed.forEach((binding, hops) -> faults.add(failedCalls(binding, hops)));
    }

    /// The last binding before a call.
    private static Optional<Unreachable> last(List<Unreachable> bindings, HopTransaction invite) {
        return bindings.stream()
                .filter(binding -> binding.register.answeredAtNanos() <= invite.atNanos())
                .reduce((_, later) -> later);
    }

    /// Whether an INVITE was sent to the Contact that was registered, and nothing answered; or it
    /// was not seen further than at the registrar, which gave up without ringing.
    private boolean failsAt(Unreachable binding, HopTransaction invite) {
        InetAddress receiver = messages.endpoint(messages.destination(invite.request())).address();
        boolean isSentThere = receiver.equals(binding.host.address());
        return (isSentThere && !invite.isAnswered() && table.visibility(invite).hasResponses())
                || (isGivenUp(invite) && invite.destination() == binding.register.destination());
    }

    private NetworkFault failedCalls(Unreachable binding, List<HopTransaction> invites) {
        HopTransaction register = binding.register;
        Collected found = new Collected();
        String user = table.user(register.toUser());
        found.user(user).dialog(register.dialog()).message(register.request());
        Set<Integer> calls = new LinkedHashSet<>();
        for (HopTransaction invite : invites) {
            found.dialog(invite.dialog()).message(invite.request()).at(invite.atNanos());
            calls.add(invite.dialog());
        }
        found.value("user", user)
                .value("contact", binding.contact)
                .value("source", messages.endpoint(messages.source(register.request())).toString())
                .value("register_call_id", table.index().dialogs().callId(register.dialog()))
                .value("calls", Integer.toString(calls.size()));
        return found.fault(FaultKind.REGISTERED_CONTACT_UNREACHABLE,
                "%s registered Contact %s, %s, while it sent from %s; %s to it failed.".formatted(found.users(),
                        binding.contact, binding.host.reach(), messages.endpoint(messages.source(register.request())),
                        calls.size() == 1 ? "a call" : "%,d calls".formatted(calls.size())));
    }
}
