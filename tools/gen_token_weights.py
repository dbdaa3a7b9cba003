#!/usr/bin/env python3
"""Writes src/names/token_weights_gen.inc: how much a common token weighs.

    python3 tools/gen_token_weights.py --listed FILE... [--everyday FILE...]

--listed: official list files (OFAC sdn.csv and alt.csv, Consolidated Screening List CSV): in how many
parties does a token occur?  --everyday: name tables (CSV; columns "Romanized Name" or "Localized Name"):
tokens that many people bear anywhere weigh at most what a token of 40 parties weighs, words that companies
like to be called (BRAND_WORDS below) what one of 100 parties weighs, names of groups (GROUP_NAMES) what a rare one weighs.

weight = 100 * log(parties / holders) / log(parties), 12 at least; a token in fewer than 6 parties is left
out and weighs 100.  The table is frozen under the score version: a new one raises it.
"""
import argparse
import collections
import csv
import math
import os
import re
import unicodedata

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "names", "token_weights_gen.inc")
LEAST_HOLDERS = 6
EVERYDAY_HOLDERS = 40
# What companies everywhere like to be called: as good as common to a hundred parties.
BRAND_HOLDERS = 100
BRAND_WORDS = """
alpha beta gamma delta epsilon sigma omega zenith apex summit vertex nova orion atlas titan phoenix falcon eagle hawk
lion tiger dragon wolf panda dolphin gold golden silver diamond pearl crystal ruby emerald sapphire jade amber platinum
bronze copper iron red blue green white black orange yellow north south east west northern southern eastern western
central pacific atlantic caspian baltic mediterranean asia asian euro europa african american arab arabian gulf oriental
new modern future smart advanced best super ultra mega max plus pro elite prestige premier premium prime first royal
imperial crown king queen noble classic standard perfect ideal dynamic rapid fast express swift success victory hope
peace unity united union liberty freedom harmony fortune lucky prosperous glory grand great top one bright brilliant
shine sun sunrise sunshine rainbow spring star stars moon sky ocean sea river mountain lake island bridge gate tower
castle horizon galaxy universe cosmos planet earth world global globe universal continental trans inter vision focus
link way road path point line wave fusion matrix vector optima genesis origin legacy heritage century millennium
ever forever eternal infinity power strong rich wealth treasure joy happy dream magic nature pure clean clear
"""
# Names of groups whose many parts are listed, each as a party of its own. Outside the lists they are as rare
# as the names of others, and a slip in them must not find namesakes of less weight first.
GROUP_WEIGHT = 95
GROUP_NAMES = """
alabuga cambricon casic gazprom gazprombank gazpromneft huawei inspur irisl lukoil novatek otkritie rosneft rusatom
sberbank skolkovo sophgo sovcombank sovfracht stroytransgaz sukhoi transgaz transneft zhipu
"""
# Names that many bear where the name tables have no country: written down from general knowledge of how
# people are called there, in the spellings that passports use.
EVERYDAY_NAMES = """
aadel abbas abbasi abboud abdallah abdo abed adel adib adnan afshar aghaei ahmadi ahmadpour ahmed akbari akram alaa
alavi ali alireza alwan amal amer amin amina amini amir ammar anas anwar aref arash ashraf asghar asghari asma assad
aslani atef atiyah awad awwad ayman ayoub azadeh azhar azimi aziz azizi badr bader bagheri bahrami bakir bakr barakat
basel bashar bashir basim bassam bassem bayat behrouz behzad bilal bishara boutros dalia daoud darwish dawood dina
ebrahimi ehab ehsan eman emad emami esmaeil esmaili fadel fadi fahad fahd fahmi faisal fakhri farah farahani fares farhad
farhan farid faris farouk farouq fathi fatima fatemeh fatma fawaz fawzi firas fouad fuad ghaffari ghali ghanem gharib
ghassan ghasemi ghorbani ghulam habib habibi hadi hadad haddad hafez haidar haider haitham hakimi halim hamad hamdan hamdi
hamed hameed hamid hamidi hamza hamzeh hana hanan hani hanna harb harbi hariri haris harun hashem hashemi hashim hassoun
hatem haydar hazem heidari heshmat hesham hicham hilal hind hisham hoda hosni hossam hosseini houda houssam huda husam
huseyni ibtisam idris ihab ilham iman imad imran inaam iqbal isam ismail ismaili issam iyad jaafar jabbar jabbari jaber
jabr jafar jafari jalal jalali jalil jamal jamali jameel jamil jamila jamshid jasim jassem jassim javad javadi jawad
jibril jihad joudi juma jumaa kadhim kamal kamali kamel kamil karam karami karim karimi kashani kassem kasim kazem kazemi
khadija khairi khaleel khalaf khaldoun khaled khalidi khalifa khalifeh khalil khalili khan khatib khatibi khayat khodr
khoury khorasani kian kiani laila lamia layla leila lina lutfi maha mahdi mahdavi maher mahfouz mahmood mahmoudi majed
majid majidi makki malek maleki malik manal mansour mansoor mansouri mariam marwan maryam marzouq masoud masri massoud
matar mazen mazin mehdi mehrdad mehran mina mirza mirzaei moein mohamadi mohammadi mohammadzadeh mohsen mohseni moin
mojtaba mokhtar mona moradi morteza mortazavi mostafavi moussa mousavi mubarak mufid muhanna muhsin mujahid mukhtar munir
muntasir murad murtada murtaza musa musab musawi mustapha mutasim mutlaq nabil nabila nada nader nadia nadim nadir naeem
nafisi nahed naim najafi najar najib najjar najla najm naser nasim nasir nasr nasrallah nasreen nasri nasser nassar
natsheh nawaf nawal nayef nazari nejad nidal nima nizar noor noora noori norouzi nour noura nouri nuha numan nur
obaid obeid ola omid osama otaibi othman parisa parsa parvin parviz payam pouya qaddour qahtani qasem qasemi qasim qassim
qureshi rabee rabia radwan rafiq raghad rahim rahimi rahman rahmani rahmat rajab rajabi ramadan ramadani rami ramin rana
rania rashad rasheed rashid rashidi rasoul rasouli rauf rayan raza rezai rezaee rezaei reza riad riyad riyadh rida
rostami roya ruba saad saadi saber sabri sabry sadegh sadeghi sadeq sadiq sadr saeed saeedi safa safavi safi safwan
sahar said saif sajjad salah salama salameh saleem saleh salehi salem salih salim salimi salma salman samad samadi saman
samar sameer sameh sami samih samir samira sana sara sarah sarhan satar sawsan sayed seif selim shaaban shaban shafiq
shaheen shahid shahin shahram shaker shakir sham shami shammari shams sharaf sharif sharifi shehata sherif shihab shirazi
shirin shukri siddiq siddiqui sinan soheil soleimani sohrab suad suha suhail sulaiman sultan sultani taha taher taheri
tahir talal taleb talib tamer tamim tarek tareq tarik tariq tawfiq tawil tayseer tehrani thabit thamer turki umm usama
wael wafa wahab wahid waleed walid wardi waseem wasim yaghoubi yahya yaqoub yaser yasin yasir yasmin yasser yazdi yazid
younes youngs younis yousef yousefi yunus zaher zahir zahra zahran zaid zaidi zaki zakaria zamani zand zare zarei zayd
zayed zein zeina zeinab zeki ziad zidan ziyad zohreh zoubi zubair zuhair
aakash abdulhamid abhishek agarwal ahuja ajay akash akhtar alam amit amjad anand anil anita anjali ansari anwar arif
arjun arora arun arvind asad ashish ashok asif aslam atif ayesha babar babu bajwa banerjee begum bhat bhatt bhatti bibi
bose butt chandra chatterjee chaudhary chaudhry chauhan choudhury das dass deepak desai devi dinesh dutta farooq fernando
ganesh gaurav ghosh gill gopal goyal gul gupta gurung harish hari hasnain hussaini iftikhar ijaz imtiaz indira irfan
ishaq jadhav jain javed jayanti jha jose joshi junaid kabir kailash kapoor kashif kaur khanna kiran kohli kulkarni kumar
kumari lakshmi lal lama mahajan mahesh malhotra manish manoj meena mehmood mehra mehta menon mishra mitra mohan mukesh
mukherjee murthy nadeem naidu nair nanda narayan narendra naveed naveen nawaz nayak neha nisar nitin padma pandey pandit
parveen patel patil pawar perera pillai pooja prakash pramod prasad pratap praveen priya priyanka puri qadri rafiqul
raghav rahul raj raja rajan rajendra rajesh rajiv rajput raju rakesh ram ramesh rana ranjan rao rashida rathore ravi
reddy rehman ritu rizwan rohit roshan roy sachin sadia sahni sahoo saini sajid sakshi sandeep sanjay sanjeev santosh
saxena sen seth shabbir shah shahbaz shahid shahzad shaikh shakeel shankar sharma shekhar sheikh shetty shiv shoaib shree
shukla shyam siddharth silva singh sinha sohail solanki sridhar srinivas srivastava subramanian sudhir sumit sunil
sunita suresh syed tahira tanveer thakur thapa tiwari tripathi usha usman varma venkatesh verma vijay vikas vikram vinay
vinod vishal vivek waqar yadav yasmeen yogesh zafar zahid zaman zeeshan zia
abdullaev abdurahmonov akmal alisher anvar aliyev alieva azamat azimov babayev bakhtiyor bekzod bobur botir davron
dilshod elchin elnur farrukh gulnara hasanov huseynov huseynova ibragimov iskandar islomov ismoilov jahongir jamshid
karimov kamola mammadov mammadova mahmudov mirzaev muhammadov nazarov nodira odil otabek oybek qodirov rahimov rahmonov
rashidov ravshan rustam rustamov sabirov safarov samadov sardor saidov shavkat sherzod sobirov sultonov temur tohir
tursunov ulugbek umarov usmonov yusupov zafar ziyoda
ahmet aksoy arslan aslan aydin ayse aysel bulut burak can celik cem cengiz cetin demir dogan emine emre erdogan erkan
fatma gokhan gul guler hakan halil haydar huseyin ismet kaplan kaya kemal kilic koc kurt mehmet metin murat mustafa
nurettin oguz orhan osman ozan ozcan ozdemir ozturk polat sahin selim serkan sevgi sezer suleyman tekin tuncay tunc turan
ugur ulas unal yavuz yildirim yildiz yilmaz yusuf
bao bin bing bo cai chang chao chen cheng chi chong chu chuan chun cui dan deng ding dong du duan fan fang fei feng fu gang gao
ge gong gu guan guang gui guo hai han hao he heng hong hou hu hua huan huang hui huo jia jian jiang jiao jie jin jing jun kai
kang ke kong kun lai lan lei li lian liang liao lin ling liu long lu luo lv ma man mao mei meng miao min ming mo mu nan
ni nie ning pan pang pei peng pin ping pu qi qian qiang qiao qin qing qiu qu quan ran rao ren rong ru rui shan shang shao
shen sheng shi shu shuang shun si song su sun tan tang tao tian ting tong wan wang wei wen weng wu xi xia xian xiang
xiao xie xin xing xiong xiu xu xuan xue xun yan yang yao ye yi yin ying yong you yu yuan yue yun zeng zhan zhang zhao zhen
zheng zhi zhong zhou zhu zhuang zong zou
baek bae byung chae cho choe choi chol chul chung dae dong eun gil gyu ha hae ho hwa hwang hye hyeon hyok hyon hyong hyuk hyun
hyung il in ja jae jang ji jin jo jong joo joon ju jun jung kang ki kil kim ko kwang kwon kyong kyu kyung lee man mi min
moon myong myung nam no oh ok pae paek pak park pyo pyong ri rim ryo ryong ryu sang seo seok seong sik sim sin so sok sol
son song sook su suk sun sung tae u un ung uk won woo yang yi yo yon yong yoo yoon young yu yun
anh bich binh bui chau cuong dang dao diep dinh do doan duc dung duong duy giang ha hai hanh hiep hieu hoa hoai hoang hong
hue hung huong huy khanh khoa kien kieu lam lan le linh loan loc long luong ly mai minh my nam nga ngan ngo ngoc nguyen
nguyet nhan nhu nhung oanh pham phan phong phu phuc phuong quan quang quoc quyen quynh son tai tam tan thanh thao thi thien
thinh thoa thu thuan thuy tien tin toan trang tran tri trinh trong truc trung truong tu tuan tung tuyet van vi viet vinh
vo vu vuong xuan yen
agus ahmad andi ari arief bambang budi dewi dwi eko endang fajar fitri hadi hartono hendra herman indah irawan joko kurniawan
lestari made maria mohd muhamad nur nurul pratama putra putri rahayu rahmat rina rini rizki santoso saputra setiawan sri
sugeng suharto sukarno suryadi susanto sutrisno teguh tri utami wahyu wati wibowo widodo wijaya yanti yulianto yusuf
abena adama adebayo aisha akua ama amadou aminata awa ayodele bakary balde bello boubacar camara chukwu cisse conde coulibaly dembele
diallo diarra diop dlamini emeka fatou fatoumata fofana gueye ibrahima issa juma kamau kante keita kipkorir kone kouassi
kouame kwame kyei mamadou mariama mbaye moussa mutua mwangi nana ndiaye ngozi nkosi obi odhiambo ogunleye ojo okafor okeke
okoro olufemi omondi onyango osei ousmane oumar sarr seydou sow sylla tesfaye toure traore wanjiru yao yeboah zulu
"""


def tokens(name):
    name = unicodedata.normalize("NFKD", name.lower())
    name = "".join(c for c in name if not unicodedata.combining(c))
    name = re.sub(r"['`\u2018\u2019\u02bc]", "", name)
    name = re.sub(r"\b((?:[a-z]\.){2,})", lambda m: m.group(1).replace(".", "") + " ", name)
    return re.findall(r"[a-z]+", name)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--listed", nargs="+", required=True)
    p.add_argument("--everyday", nargs="*", default=[])
    a = p.parse_args()
    parties = collections.defaultdict(set)
    for path in a.listed:
        csv.field_size_limit(1 << 28)
        with open(path, newline="", encoding="utf-8", errors="replace") as f:
            first = f.readline()
            f.seek(0)
            if "alt_names" in first:
                for row in csv.DictReader(f):
                    for name in [row["name"]] + row["alt_names"].split("; "):
                        parties[row["_id"]].update(tokens(name))
            else:
                for row in csv.reader(f):
                    if len(row) >= 5:
                        parties[row[0]].update(tokens(row[1] if len(row) > 5 else row[3]))
    holders = collections.Counter(t for ts in parties.values() for t in ts if len(t) > 1)
    everyday = set()
    for path in a.everyday:
        with open(path, newline="", encoding="utf-8") as f:
            for row in csv.DictReader(f):
                text = row.get("Romanized Name") or row.get("Localized Name") or ""
                everyday.update(t for t in tokens(text) if len(t) > 2)
    everyday.update(t for t in EVERYDAY_NAMES.split() if len(t) > 1)
    for t in everyday:
        holders[t] = max(holders[t], EVERYDAY_HOLDERS)
    # Folding writes "abd al" as one token, whatever the name behind it.
    holders["abdal"] = sum(n for t, n in holders.items() if re.match("abd([aeou]?l)?", t))
    for t in BRAND_WORDS.split():
        holders[t] = max(holders[t], BRAND_HOLDERS)
    n = len(parties)
    table = {t: max(12, round(100 * math.log(n / c) / math.log(n))) for t, c in holders.items() if c >= LEAST_HOLDERS}
    table.update((t, GROUP_WEIGHT) for t in GROUP_NAMES.split())
    with open(OUT, "w") as f:
        f.write("// Written by tools/gen_token_weights.py from US government lists (public domain) and CC0 name\n"
                f"// tables; do not edit. {len(table)} tokens, sorted.\n")
        f.write("constexpr token_weight k_token_weights[] = {\n")
        line = "   "
        for t in sorted(table):
            item = f' {{"{t}", {table[t]}}},'
            if len(line) + len(item) > 99:
                f.write(line + "\n")
                line = "   "
            line += item
        f.write(line + "\n};\n")
    print(n, "parties,", len(table), "tokens,", len(everyday), "everyday")


main()
