package org.sipsleuth.edge.advice;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;

/// Configurations that come close to protections of a replay. They hold numbers of the settings and
/// IP addresses, and no other text of the capture.
///
/// Where a source can be forged, they never block hosts of the place: anybody could have these
/// blocked.
public final class Snippets {

    private final EdgeSettings settings;
    private final ReplayInput input;

    /// Marks the lines that ban. It is drawn anew each time: Kamailio logs malformed messages as they
    /// are, line breaks included, so that any line that a stranger knows can stand in a log.
    private final String tag = "sipsleuth-" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    private Snippets(EdgeSettings settings, ReplayInput input) {
        this.settings = settings;
        this.input = input;
    }

    /// The configurations for protections, one for each program that is needed.
    public static List<Snippet> of(List<Protection> protections, EdgeSettings settings, ReplayInput input) {
        Snippets snippets = new Snippets(settings, input);
        List<Snippet> all = new ArrayList<>();
        if (protections.contains(Protection.FILTER) || protections.contains(Protection.ACCESS_LIST)) {
            all.add(snippets.nftables(protections));
        }
        if (protections.contains(Protection.FAILURE_BAN)) {
            all.add(snippets.fail2banJail());
            all.add(snippets.fail2banFilter());
        }
        String routes = protections.stream()
                .map(snippets::kamailioRoute)
                .filter(route -> !route.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!routes.isEmpty() || protections.contains(Protection.FAILURE_BAN)) {
            all.add(snippets.kamailio(protections, routes));
        }
        return all;
    }

    private static String proposal(String sign, String what) {
        return sign + " Proposal of SipSleuth, not tested in your network: " + what + ". Check it before use.\n";
    }

    private Snippet nftables(List<Protection> protections) {
        StringBuilder text =
                new StringBuilder(proposal("#", "filter for SIP over UDP")).append("table inet sipsleuth {\n");
        boolean hasList = protections.contains(Protection.ACCESS_LIST);
        boolean hasFilter = protections.contains(Protection.FILTER);
        for (int version : new int[]{4, 6}) {
            String peers = peers(address -> address.contains(":") == (version == 6), "      ", ",\n");
            text.append("  set peers%d {\n    type ipv%d_addr\n".formatted(version, version));
            text.append(peers.isEmpty() ? "" : "    elements = {\n" + peers + "    }\n").append("  }\n");
            if (hasFilter) {
                text.append("""
                          set blocked%d {
                            type ipv%d_addr
                            flags dynamic, timeout
                            size 65536
                            timeout %ds
                          }
                        """.formatted(version, version, Math.round(settings.filter().blockSeconds())));
            }
        }
        text.append("  chain sip {\n    type filter hook input priority filter; policy accept;\n");
        for (String family : new String[]{"ip", "ip6"}) {
            String version = "ip".equals(family) ? "4" : "6";
            String others = "udp dport 5060 %s saddr != @peers%s".formatted(family, version);
            if (hasList) {
                text.append("    %s counter drop\n".formatted(others));
            }
            if (hasFilter) {
                text.append("    udp dport 5060 %s saddr @blocked%s counter drop\n".formatted(family, version));
                text.append("    %s meter sip%s { %s saddr limit rate over %d/second } add @blocked%s { %s saddr }"
                        .formatted(others, version, family, packetsPerSecond(), version, family) + " counter drop\n");
            }
        }
        return new Snippet("nftables", "sipsleuth.nft", text.append("  }\n}\n").toString());
    }

    /// The addresses of the place, a line each below the word of their role.
    private String peers(Predicate<String> family, String before, String after) {
        StringBuilder lines = new StringBuilder();
        input.peers().place().forEach((role, addresses) -> {
            List<String> ofFamily = addresses.stream().filter(family).sorted().toList();
            lines.append(ofFamily.isEmpty() ? "" : before + "# " + role.word() + "\n");
            ofFamily.forEach(address -> lines.append(before).append(address).append(after));
        });
        List<String> callers = input.peers().callers().stream().filter(family).sorted().toList();
        if (!callers.isEmpty()) {
            lines.append(before)
                    .append("# calls were answered, role not known: add those that are yours, such as a carrier\n");
            callers.forEach(address -> lines.append(before).append("# ").append(address).append('\n'));
        }
        return lines.toString();
    }

    /// A packet filter counts all messages, of which a call has about four from the caller.
    private long packetsPerSecond() {
        return Math.max(1, Math.round(4 * settings.filter().perSecond()));
    }

    private Snippet fail2banJail() {
        return new Snippet("fail2ban", "jail.d/sipsleuth.conf", proposal("#", "ban after failed SIP requests") + """
                        # For fail2ban 1.0 or later. Over UDP a source can be forged: whoever knows the address
                        # of a peer that ignoreip lacks can have it banned, so add all of yours, and check those
                        # below: none of them is ever banned. To ban only sources that cannot be forged, write
                        # (?:tcp|tls) for \\w+ in the filter; to watch without bans, add a line "action =".
                        [sipsleuth]
                        enabled  = true
                        filter   = sipsleuth
                        port     = 5060,5061
                        protocol = tcp,udp
                        logpath  = /var/log/kamailio.log
                        maxretry = %d
                        findtime = %d
                        bantime  = %d
                        ignoreip = 127.0.0.0/8 ::1
                        """.formatted(settings.ban().failures(), Math.round(settings.ban().windowSeconds()),
                Math.round(settings.ban().banSeconds())) + peers(_ -> true, "           ", "\n"));
    }

    private Snippet fail2banFilter() {
        return new Snippet("fail2ban", "filter.d/sipsleuth.conf",
                proposal("#", "what Kamailio logs by the route below, printed together with this") + """
                        # The tag is a secret: without it nobody can write such a line into the log.
                        [Definition]
                        datepattern = {^LN-BEG}
                        failregex = ^\\s*\\S+ (?:/\\S*/)?kamailio\\[\\d+\\]: WARNING: <script>: %s: request failed over \\w+ from <ADDR>$
                        ignoreregex =
                        """.formatted(tag));
    }

    private Snippet kamailio(List<Protection> protections, String routes) {
        StringBuilder text = new StringBuilder("#!KAMAILIO\n")
                .append(proposal("#", "to be merged into the configuration of your proxy"))
                .append(needsTransactions(protections) ? "loadmodule \"tm.so\"\nloadmodule \"tmx.so\"\n" : "")
                .append("loadmodule \"sl.so\"\nloadmodule \"pv.so\"\n")
                .append("loadmodule \"textops.so\"\nloadmodule \"siputils.so\"\n")
                .append("loadmodule \"xlog.so\"\n");
        if (protections.contains(Protection.FAILURE_BAN)) {
            text.append("# it puts text of messages before each line: fail2ban ignores lines that have one\n")
                    .append("log_prefix=\"\"\n");
        }
        if (protections.contains(Protection.FILTER)) {
            text.append("""
                    loadmodule "pike.so"
                    modparam("pike", "sampling_time_unit", 1)
                    modparam("pike", "reqs_density_per_unit", %d)
                    modparam("pike", "remove_latency", %d)
                    """.formatted(packetsPerSecond(), Math.round(settings.filter().blockSeconds())));
        }
        if (protections.contains(Protection.TARGET_LIMIT) || protections.contains(Protection.QUEUES)) {
            text.append("""
                    loadmodule "htable.so"
                    modparam("htable", "htable", "target=>size=12;autoexpire=1;initval=0")
                    modparam("htable", "htable", "seen=>size=14;autoexpire=32")
                    modparam("htable", "htable", "tags=>size=14;autoexpire=32")
                    modparam("htable", "htable", "known=>size=14;autoexpire=3600")
                    """);
        }
        if (protections.contains(Protection.GRAMMAR)) {
            text.append("loadmodule \"sanity.so\"\n");
        }
        if (protections.contains(Protection.DIGEST)) {
            text.append("loadmodule \"auth.so\"\nloadmodule \"auth_db.so\"\n");
        }
        return new Snippet("Kamailio", "sipsleuth.cfg",
                text.append("\nrequest_route {\n")
                        .append(routes)
                        .append("  # your routing follows\n}\n")
                        .append(replies(protections))
                        .toString());
    }

    private static boolean needsTransactions(List<Protection> protections) {
        return protections.contains(Protection.FAILURE_BAN) || protections.contains(Protection.QUEUES);
    }

    private String kamailioRoute(Protection protection) {
        return switch (protection) {
            case FILTER -> """
                      # sources with too many requests; those of UDP can be forged and are for nftables
                      if ($proto != "udp" && !pike_check_req()) {
                        exit;
                      }
                    """;
            case GRAMMAR -> """
                      # requests that are no SIP by the grammar
                      if (!sanity_check()) {
                        exit;
                      }
                    """;
            case TARGET_LIMIT -> String.format(Locale.ROOT, """
                              # new calls to one user in a second; digests take little room, however long the name
                              if (is_method("INVITE") && !has_totag()) {
                                $var(user) = $(rU{s.md5});
                                $sht(target=>$var(user)) = $sht(target=>$var(user)) + 1;
                                if ($sht(target=>$var(user)) > %d) {
                                  sl_send_reply("503", "Service Unavailable");
                                  exit;
                                }
                              }
                            """, Math.max(1, Math.round(settings.targetPerSecond())));
            case QUEUES -> """
                      # clients without a completed session must retransmit their first INVITE, as they
                      # do over UDP (never over TCP, TLS and WebSocket); put it behind your own test of
                      # overload: unloaded, it delays the first call of everybody by half a second
                      # only an ACK with the tag of a response shows that its source is not forged
                      $var(call) = $(ci{s.md5});
                      $var(tag) = $(tt{s.md5});
                      if (is_method("ACK") && has_totag() && $sht(tags=>$var(call)) == $var(tag)) {
                        $sht(known=>$si) = 1;
                      }
                      if ($proto == "udp" && is_method("INVITE") && !has_totag() && $sht(known=>$si) == $null
                          && $sht(seen=>$var(call)) == $null) {
                        $sht(seen=>$var(call)) = 1;
                        exit;
                      }
                    """;
            case DIGEST -> """
                      # credentials for all requests outside a dialog; let your trunks by before
                      if (!has_totag() && !is_method("ACK|CANCEL")
                          && !auth_check("$fd", "subscriber", "1")) {
                        auth_challenge("$fd", "0");
                        exit;
                      }
                    """;
            case FAILURE_BAN, ACCESS_LIST, SIGNATURES, ANOMALY, NORMALISATION, SANDBOX -> "";
        };
    }

    private String replies(List<Protection> protections) {
        if (!needsTransactions(protections)) {
            return "";
        }
        boolean isBan = protections.contains(Protection.FAILURE_BAN);
        return (isBan ? """

                # call it where this script itself refuses credentials or does not find a user
                route[SIPSLEUTH_FAILED] {
                  xlog("L_WARN", "%s: request failed over $proto from $si\\n");
                }
                """.formatted(tag) : "") + """

                onreply_route {
                  if (t_check_trans()) {
                """ + (protections.contains(Protection.QUEUES) ? """
                    if ($rm == "INVITE" && $rs =~ "^2") {
                      $var(call) = $(ci{s.md5});
                      $sht(tags=>$var(call)) = $(tt{s.md5});
                    }
                """ : "") + (isBan ? """
                    # for fail2ban, without text of a message
                    $var(credentials) = $T_req($hdr(Authorization)) + $T_req($hdr(Proxy-Authorization));
                    $var(challenge) = $hdr(WWW-Authenticate) + $hdr(Proxy-Authenticate);
                    if ($rs == 403 || ($rs == 404 && $var(credentials) == "")
                        || (($rs == 401 || $rs == 407) && $var(credentials) != ""
                            && !($var(challenge) =~ "stale=.?true"))) {
                      xlog("L_WARN", "%s: request failed over $T_req($proto) from $T_req($si)\\n");
                    }
                """.formatted(tag) : "") + """
                  }
                }
                """;
    }
}
