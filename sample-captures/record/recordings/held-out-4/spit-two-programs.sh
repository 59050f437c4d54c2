# Two programs of one host call the extensions of an office, together one call every four seconds.
relocate example.com 5060 10.230.11 198.18.66 198.19.188
EXTENSIONS=(4201 4202 4203 4204 4205 4206 4207 4208)
EXISTING='^42[0-1][0-9]$'
WEAK=none
open_office
add_attacker caller 198.19.188.60
start_office_capture
keep_alive 13
office_day 413 92 8-86
agents=("" "Linphone/4.2.5 (belle-sip/4.3)" "3CXPhoneSystem 18.0.7")
for n in 1 2; do
    printf '%s\n' SEQUENTIAL >"$scratch/called$n.csv"
    for call in 0 1 2 3 4 5 6 7 8; do
        extension=$((4201 + (3 * call + 5 * n) % 8))
        echo "$extension;07705556$((100 + 41 * n + 17 * call));" >>"$scratch/called$n.csv"
        [ $(((call + n) % 4)) = 3 ] || at "$((9 + 4 * n + 8 * (call + 1) - 2)).5" tell "$extension" accept
        at "$((9 + 4 * n + 8 * (call + 1) + 4)).9" tell "$extension" hangup
    done
    at "$((9 + 4 * (n - 1)))" attack "A1-$n" spit caller "$((5070 + n))" \
        "Two programs of one host call the extensions, each nine times under another number, and play five seconds to whoever answers." "$(version_of sipp)" \
        env TERM=dumb sipp -sf "$parts/sipp/spit.xml" -nostdin -inf "$scratch/called$n.csv" \
        -i 198.19.188.60 -mi 198.19.188.60 -p "$((5070 + n))" -key agent "${agents[n]}" -d 5000 -r 1 -rp 8000 -m 9 -l 9 10.230.11.1:5060
done
play
for n in 1 2; do wait "${pid_of[A1-$n]}" || true; done # whoever is called may hang up first
close_office
