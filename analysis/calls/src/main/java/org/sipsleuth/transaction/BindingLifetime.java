package org.sipsleuth.transaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;

/// How long the binding that a REGISTER makes is valid (RFC 3261 §10.2.1.1).
public final class BindingLifetime {

    /// What phones and registrars use where neither states anything.
    private static final long USUAL_SECONDS = 3_600;

    private BindingLifetime() {}

    /// As the registrar grants it, else as it was asked for; in s. Cost: both messages.
    public static long seconds(SipIndex index, HopTransaction register) {
        SipMessage request = index.message(register.request());
        List<NameAddr> own = request.contacts();
        Set<String> uris = own.stream().map(NameAddr::uri).collect(Collectors.toSet());
        Optional<SipMessage> response = register.response() == HopTransaction.NONE ? Optional.empty()
                : Optional.of(index.message(register.response()));
        List<NameAddr> listed = response.map(SipMessage::contacts).orElse(List.of());
        return listed.stream()
                .filter(each -> uris.contains(each.uri()))
                .flatMap(each -> seconds(each.parameters().get("expires")).stream())
                .findFirst()
                .or(() -> response.flatMap(each -> each.header("Expires")).flatMap(BindingLifetime::seconds))
                .or(() -> own.stream().flatMap(each -> seconds(each.parameters().get("expires")).stream()).findFirst())
                .or(() -> request.header("Expires").flatMap(BindingLifetime::seconds))
                .orElse(USUAL_SECONDS);
    }

    private static Optional<Long> seconds(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }
}
