# A registration with digest, one whose passwords are wrong, one that is withdrawn.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
add_host phone3 192.0.2.13
start_proxy
start_capture
caller right phone1 register -s 1001 -au 1001 -ap secret1001
wait_for right
caller wrong phone2 register-wrong -s 1002 -au 1002
wait_for wrong
softphone 1003 phone3 1003
wait_until 10 seen 2 'SIP/2.0 200 OK'
sleep 1
tell phone3 quit
wait_for 1003
stop_capture
expect phone1 ">REGISTER <401 >REGISTER <200"
expect phone2 ">REGISTER <401 >REGISTER <401 >REGISTER <401 >REGISTER <403"
expect phone3 ">REGISTER <401 >REGISTER <200 >REGISTER <401 >REGISTER <200"
