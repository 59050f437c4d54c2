package org.sipsleuth.view.dialogs.condition;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.filter.complete.Conditions;
import org.sipsleuth.view.session.filter.ConditionMenu;

/// The menu items that filter by a message or a lifeline of a ladder.
public final class LadderFilterItems {

    /// Further addresses of one lifeline are not offered.
    private static final int MOST_HOSTS = 8;

    /// The fields by which messages of a ladder are filtered.
    private static final List<String> OF_MESSAGES = List.of("sip.Method", "sip.Status-Code", "sip.CSeq.method",
            "ip.src", "ipv6.src", "ip.dst", "ipv6.dst", "sip.Call-ID");

    private final ConditionMenu filter;

    public LadderFilterItems(ConditionMenu filter) {
        this.filter = filter;
    }

    /// That messages are of the kind of this one, come from where it does, go where it does, or
    /// are of its call.
    public List<MenuItem> ofMessage(SipIndex index, int message) {
        Conditions conditions = filter.conditions();
        return filter.items(
                OF_MESSAGES.stream().flatMap(field -> conditions.ofField(index, message, field).stream()).toList());
    }

    /// That messages come from or go to an address on the lifeline.
    public List<MenuItem> ofLifeline(Lifeline lifeline) {
        Stream<String> some = lifeline.hosts().stream().limit(MOST_HOSTS);
        return filter.items(some.map(host -> (host.contains(":") ? "ipv6.addr == " : "ip.addr == ") + host).toList());
    }
}
