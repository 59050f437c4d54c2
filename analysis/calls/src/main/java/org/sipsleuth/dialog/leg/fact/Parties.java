package org.sipsleuth.dialog.leg.fact;

/// Who calls whom, as [Party] numbers.
///
/// @param target the Request-URI of the first request
/// @param called To
/// @param calling From
/// @param asserted P-Asserted-Identity (RFC 3325), else Remote-Party-ID
/// @param diverted the last one the call was diverted from: Diversion (RFC 5806), else the first
///     entry of History-Info (RFC 7044)
public record Parties(long target, long called, long calling, long asserted, long diverted) {

    /// Nobody is known.
    public static final Parties NONE =
            new Parties(Party.NOBODY, Party.NOBODY, Party.NOBODY, Party.NOBODY, Party.NOBODY);

    /// Whom the call goes to: the Request-URI where it names somebody, else To.
    public long wanted() {
        return target == Party.NOBODY ? called : target;
    }

    /// Who calls: From where it names somebody, else as asserted by the network.
    public long caller() {
        return calling == Party.NOBODY ? asserted : calling;
    }
}
