package org.sipsleuth.simulate.agent.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.network.Socket;

/// The users of a domain and their registered contacts.
final class Location {

    private static final int MOST_CONTACTS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    /// @param untilNanos when it expires
    private record Binding(Socket socket, long untilNanos) {}

    private static final class User {
        final Account account;
        final Map<String, Binding> bindings = new LinkedHashMap<>(4);

        User(Account account) {
            this.account = account;
        }
    }

    private final Map<String, User> users = new HashMap<>();

    void add(Account account) {
        users.putIfAbsent(account.user(), new User(account));
    }

    /// The account of a user, or null if there is none.
    @Nullable
    Account account(String name) {
        User user = users.get(name);
        return user == null ? null : user.account;
    }

    /// Stores a contact of a user; if there are too many, the oldest is removed.
    void bind(String name, String uri, Socket socket, long untilNanos) {
        User user = users.get(name);
        if (user == null) {
            return;
        }
        user.bindings.remove(uri);
        if (user.bindings.size() >= MOST_CONTACTS) {
            user.bindings.remove(user.bindings.keySet().iterator().next());
        }
        user.bindings.put(uri, new Binding(socket, untilNanos));
    }

    /// Removes one contact of a user, or all of them for `*`.
    void unbind(String name, String uri) {
        User user = users.get(name);
        if (user != null) {
            if (uri.equals("*")) {
                user.bindings.clear();
            } else {
                user.bindings.remove(uri);
            }
        }
    }

    /// Removes all contacts of all users.
    void unbindAll() {
        users.values().forEach(user -> user.bindings.clear());
    }

    /// The contacts of a user.
    List<Target> targets(String name, long nowNanos) {
        User user = users.get(name);
        List<Target> targets = new ArrayList<>(2);
        if (user != null) {
            user.bindings.values().removeIf(binding -> binding.untilNanos <= nowNanos);
            user.bindings.forEach((uri, binding) -> targets.add(new Target(uri, binding.socket, true)));
        }
        return targets;
    }

    /// The contacts of a user with their remaining lifetime, as a registrar lists them; null if
    /// there are none.
    @Nullable
    String contacts(String name, long nowNanos) {
        User user = users.get(name);
        if (user == null || user.bindings.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        user.bindings.forEach((uri, binding) -> {
            long seconds = Math.round((binding.untilNanos - nowNanos) / NANOS_PER_SECOND);
            text.append(text.isEmpty() ? "<" : ", <").append(uri);
            text.append(">;expires=").append(Math.max(seconds, 0));
        });
        return text.toString();
    }
}
