package org.sipsleuth.encapsulation;

import java.util.List;

/// What TShark 4.0 must be told before it reads a carrier.
///
/// @param carriers what their names begin with
/// @param options of its command line
/// @param reads whether it then reads the carrier
record TsharkNeeds(String carriers, List<String> options, boolean reads) {

    private static final TsharkNeeds NOTHING = new TsharkNeeds("", List.of(), true);

    private static final String TRANSPORT_SA = "\"*\",\"*\",\"*\",\"NULL\",\"\",\"NULL\",\"\"";
    private static final String ORDER = "tcp.reassemble_out_of_order:TRUE";

    /// The first that fits counts.
    private static final List<TsharkNeeds> ALL = List.of(
            needs("ESP with NULL, no check", "-o", "esp.enable_encryption_decode:TRUE", "-o",
                    "uat:esp_sa:\"IPv4\"," + TRANSPORT_SA, "-o", "uat:esp_sa:\"IPv6\"," + TRANSPORT_SA),
            needs("ESP", "-o", "esp.enable_null_encryption_decode_heuristic:TRUE"),
            needs("VXLAN with policy", "-d", "udp.port==8472,vxlan"),
            needs("Ethernet over MPLS with control word", "-d", "mpls.label==100,pwethcw"),
            needs("Ethernet over MPLS", "-d", "mpls.label==100,pwethnocw"),
            needs("L2TPv3 in UDP", "-o", "l2tp.cookie_size:None", "-o", "l2tp.l2_specific:None", "-d",
                    "l2tp.pw_type==0,eth"),
            needs("L2TPv3 with cookie", "-o", "l2tp.cookie_size:4 Byte Cookie", "-o", "l2tp.l2_specific:None", "-d",
                    "l2tp.pw_type==0,eth"),
            needs("TCP, the last first", "-o", ORDER), needs("TCP, overlapping", "-o", ORDER),
            needs("SCTP in chunks, the last first", "-o", "sctp.relative_tsns:FALSE"),
            new TsharkNeeds("PPP of pppd", List.of(), false), new TsharkNeeds("NFLOG of a device", List.of(), false),
            new TsharkNeeds("HEP", List.of(), false));

    private static TsharkNeeds needs(String carriers, String... options) {
        return new TsharkNeeds(carriers, List.of(options), true);
    }

    static TsharkNeeds of(Carrier carrier) {
        return ALL.stream().filter(needs -> carrier.name().startsWith(needs.carriers())).findFirst().orElse(NOTHING);
    }

    @Override
    public String toString() {
        return options.isEmpty() ? "no options" : String.join(" ", options);
    }
}
