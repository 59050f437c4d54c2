package org.sipsleuth.edge.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;

/// Configurations that come close to protections of a replay. They hold numbers of the settings and
/// IP addresses, and no other text of the capture.
public final class Snippets {

    private static final int MOST_ADDRESSES = 500;

    private final EdgeSettings settings;
    private final ReplayInput input;

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
            all.add(fail2banFilter());
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
            if (hasList) {
                List<String> peers = peers(version);
                text.append("  set peers%d {%n    type ipv%d_addr%n".formatted(version, version));
                if (!peers.isEmpty()) {
                    text.append("    elements = { ").append(String.join(", ", peers)).append(" }\n");
                }
                text.append("  }\n");
            }
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
            if (hasList) {
                text.append("    udp dport 5060 %s saddr != @peers%s counter drop%n".formatted(family, version));
            }
            if (hasFilter) {
                text.append("    udp dport 5060 %s saddr @blocked%s counter drop%n".formatted(family, version));
                text.append("    udp dport 5060 meter sip%s { %s saddr limit rate over %d/second } add"
                        .formatted(version, family, packetsPerSecond())
                        + " @blocked%s { %s saddr } counter drop%n".formatted(version, family));
            }
        }
        return new Snippet("nftables", "sipsleuth.nft", text.append("  }\n}\n").toString());
    }

    /// A packet filter counts all messages, of which a call has about four from the caller.
    private long packetsPerSecond() {
        return Math.max(1, Math.round(4 * settings.filter().perSecond()));
    }

    private List<String> peers(int version) {
        return input.peers()
                .known()
                .stream()
                .mapToObj(input.traffic().table()::host)
                .filter(address -> address.contains(":") == (version == 6))
                .sorted()
                .limit(MOST_ADDRESSES)
                .toList();
    }

    private Snippet fail2banJail() {
        return new Snippet("fail2ban", "jail.d/sipsleuth.conf", proposal("#", "ban after failed SIP requests") + """
                        [sipsleuth]
                        enabled  = true
                        filter   = sipsleuth
                        port     = 5060,5061
                        protocol = udp
                        logpath  = /var/log/kamailio.log
                        maxretry = %d
                        findtime = %d
                        bantime  = %d
                        """.formatted(settings.ban().failures(), Math.round(settings.ban().windowSeconds()),
                Math.round(settings.ban().banSeconds())));
    }

    private static Snippet fail2banFilter() {
        return new Snippet("fail2ban", "filter.d/sipsleuth.conf",
                proposal("#", "what Kamailio logs by the route below") + """
                        [Definition]
                        failregex = sipsleuth: failed request from <HOST>\\b
                        ignoreregex =
                        """);
    }

    private Snippet kamailio(List<Protection> protections, String routes) {
        StringBuilder text = new StringBuilder("#!KAMAILIO\n")
                .append(proposal("#", "to be merged into the configuration of your proxy"))
                .append("loadmodule \"sl.so\"\nloadmodule \"pv.so\"\n")
                .append("loadmodule \"textops.so\"\nloadmodule \"siputils.so\"\n")
                .append("loadmodule \"xlog.so\"\n");
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
                    modparam("htable", "htable", "known=>size=14;autoexpire=3600")
                    """);
        }
        if (protections.contains(Protection.GRAMMAR)) {
            text.append("loadmodule \"sanity.so\"\n");
        }
        if (protections.contains(Protection.DIGEST)) {
            text.append("loadmodule \"auth.so\"\nloadmodule \"auth_db.so\"\n");
        }
        if (protections.contains(Protection.FAILURE_BAN)) {
            text.append("loadmodule \"tm.so\"\nloadmodule \"tmx.so\"\n");
        }
        return new Snippet("Kamailio", "sipsleuth.cfg",
                text.append("\nrequest_route {\n")
                        .append(routes)
                        .append("  # your routing follows\n}\n")
                        .append(replies(protections))
                        .toString());
    }

    private String kamailioRoute(Protection protection) {
        return switch (protection) {
            case FILTER -> """
                      # sources with too many requests
                      if (!pike_check_req()) {
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
                              # new calls to one user in a second
                              if (is_method("INVITE") && !has_totag()) {
                                $sht(target=>$rU) = $sht(target=>$rU) + 1;
                                if ($sht(target=>$rU) > %d) {
                                  sl_send_reply("503", "Service Unavailable");
                                  exit;
                                }
                              }
                            """, Math.max(1, Math.round(settings.targetPerSecond())));
            case QUEUES -> """
                      # clients without a completed session must retransmit their first INVITE, as
                      # clients do; switch it on by the event "overload" while the proxy is loaded
                      if (is_method("ACK") && has_totag()) {
                        $sht(known=>$si) = 1;
                      }
                      if (is_method("INVITE") && !has_totag() && $sht(known=>$si) == $null
                          && $sht(seen=>$ci) == $null) {
                        $sht(seen=>$ci) = 1;
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

    private static String replies(List<Protection> protections) {
        return protections.contains(Protection.FAILURE_BAN) ? """

                onreply_route {
                  # for fail2ban
                  if ($rs == 403 || $rs == 404) {
                    xlog("L_NOTICE", "sipsleuth: failed request from $T_req($si)\\n");
                  }
                }
                """ : "";
    }
}
