/** Given and family names of a culture; "script=latin" where the e-mail address needs Latin letters. */
export type NamePool = { given: string; family: string; order?: "family_first" | "one_word" };

export const pools: Record<string, NamePool> = {
  english: {
    given: "Harriet Imogen Callum Rhiannon Priya Declan Zoë Malcolm Folasadé Gethin Beatrix Siân",
    family:
      "Ashcombe Thornley Pembridge Okonjo-Reid Llewelyn Varley Mistry Harkness Wetherby Prys-Jones Ravensdale Coyle",
  },
  irish: {
    given: "Aoife Ciarán Niamh Pádraig Sinéad Órla",
    family: "Ó Briain|Ní Cheallaigh|Mac Giolla|De Búrca|Ó Súilleabháin|Nic Fhionnlaoich",
  },
  german: {
    given: "Jürgen Käthe Björn Annelie Günter Leyla Matthäus Ruža",
    family: "Großmann Kühnle Weißbach Möllering Schäffler Yıldız Brüggenthal Aeschbacher",
  },
  spanish: {
    given: "Íñigo Begoña Joaquín Nuria Álvaro Inés",
    family: "Echeverría Ibáñez Cabañas Muñoz-Rey Argüello Peñalver",
  },
  finnish: {
    given: "Päivi Jyrki Äänis Kyösti Tuuli Sámmol",
    family: "Hämäläinen-Korpi Mäkelänpää Väisälä Törmäkangas Aikio Kärkkäinen",
  },
  dutch: {
    given: "Joëlle Daniël Anneloes Maarten Chaïma Reinoud",
    family: "van der Heijde|Brouwéz|El Idrissi|de Coster|Vandenbrande|Ruijgrok",
  },
  italian: {
    given: "Niccolò Letizia Giosuè Ornella Desirée Ruggero",
    family: "Bellandì Cantù Mazzaferro Fossà Querini Sant'Elia",
  },
  swedish: {
    given: "Åsa Göran Märta Östen Sölve Linnéa",
    family: "Ångström-Berg Sjögård Häggström Åkerblom Nordmård Löfsjö",
  },
  polish: {
    given: "Małgorzata Łukasz Świętosława Paweł Żaneta Zdzisław",
    family: "Wiśniowiecka-Bąk Dębiński Żurawik Śliwczyńska Gołębczyk Późniak",
  },
  portuguese: {
    given: "Conceição Estêvão Inês Simão Mafalda João",
    family: "Guimarães-Leitão Magalhães Corrêa Frazão Simões Alcântara",
  },
  greek: {
    given: "Ελένη=eleni Αριστείδης=aristeidis Δήμητρα=dimitra Θανάσης=thanasis Ξανθή=xanthi Λουκάς=loukas",
    family: "Παπανδρόπουλος=papandropoulos Μαυρίδου=mavridou Καλογερίδης=kalogeridis Ξενάκη=xenaki Βλαστός=vlastos",
  },
  romanian: {
    given: "Ștefania Răzvan Ioniță Mădălina Țurcan Călin",
    family: "Brânzescu Țepelea Ungurașu Mătăsaru Cojocărean Pârvu",
  },
  bulgarian: {
    given: "Радостина=radostina Бойко=boyko Цветана=tsvetana Огнян=ognyan",
    family: "Стойнова=stoynova Караджов=karadzhov Жечева=zhecheva Върбанов=varbanov",
  },
  albanian: { given: "Besë Gëzim Shqipe Fatlum Mirëlinda", family: "Çelaj Hoxhëri Dedë Krasniqaj Përlala" },
  ukrainian: {
    given: "Соломія=solomiia Любомир=liubomyr Ярина=yaryna Остап=ostap",
    family: "Гончарівська=honcharivska Чорновіл=chornovil Їжакевич=yizhakevych Білозір=bilozir",
  },
  indian: {
    given:
      "अनुराधा=anuradha विक्रांत=vikrant मीनाक्षी=meenakshi தமிழ்ச்செல்வி=tamilselvi अर्जुन=arjun Gurpreet சரவணன்=saravanan Nilofar",
    family:
      "कुलकर्णी=kulkarni श्रीवास्तव=shrivastava चतुर्वेदी=chaturvedi முருகேசன்=murugesan त्रिपाठी=tripathi Bordoloi Lalrinpuii बनर्जी=banerjee",
  },
  filipino: {
    given: "María-Luz Jejomar Ligaya Dakila Joriz Amihan",
    family: "Panganiban-Sy Dimaculangan Macaraeg Ñiguez Catacutan Bagumbayan",
  },
  bangla: {
    given: "তাসনিম=tasnim রফিকুল=rafiqul শর্মিলা=sharmila মাহমুদ=mahmud নাজনীন=naznin",
    family: "চৌধুরী=chowdhury তালুকদার=talukdar মজুমদার=majumdar ভূঁইয়া=bhuiyan সরকার=sarkar",
  },
  nepali: {
    given: "सृजना=srijana प्रविन=prabin आस्था=aastha लाक्पा=lhakpa दीपेन्द्र=dipendra",
    family: "गुरुङ=gurung तामाङ=tamang अधिकारी=adhikari शेर्पा=sherpa थापा=thapa",
  },
  thai: {
    given: "อรทัย=orathai ธนวัฒน์=thanawat พิมพ์ชนก=pimchanok สมศักดิ์=somsak",
    family: "วงศ์สุวรรณกุล=wongsuwankul ศรีบุญเรืองชัย=sribunruangchai จันทร์ประเสริฐ=chanprasoet ทองคำแท้=thongkhamthae",
  },
  khmer: {
    given: "សុភា=sophea វណ្ណា=vanna ចាន់ធី=chanthy រតនា=ratana",
    family: "គឹម=kim សេង=seng ហេង=heng ឡុង=long",
    order: "family_first",
  },
  arabic: {
    given: "هالة=hala يوسف=yousef رنا=rana طارق=tariq سلمى=salma كريم=karim نور=nour إلياس=elias",
    family:
      "الحموري=alhamouri بن_عمّار=benammar القاضي=alqadi الشنّاوي=elshennawi الطرابلسي=trabelsi خوري=khoury العلوي=alaoui الزعبي=alzoubi",
  },
  indonesian: {
    given: "Sukmawati Hartono Wulandari Prabowoadi Kusumaningrum Setyabudi Nurhalizah",
    family: "-",
    order: "one_word",
  },
  lankan: {
    given: "නිලූකා=niluka සඳුන්=sandun கவிதா=kavitha රුවන්=ruwan",
    family: "විජේසිංහ=wijesinghe ජයතිලක=jayatilaka சிவலிங்கம்=sivalingam රත්නායක=ratnayake",
  },
  vietnamese: {
    given: "Thị_Hồng_Nhung Quốc_Bảo Ánh_Tuyết Đức_Huy Mỹ_Linh",
    family: "Nguyễn Đặng Trương Võ Phùng",
    order: "family_first",
  },
  malay: {
    given: "Nur_Aisyah Azman Siew_Lîng Kavithra Hafizuddin",
    family: "binti_Zulkarnain bin_Rahmatullah Teoh Muniandy bin_Sallehuddin",
  },
  korean: {
    given: "서연=seoyeon 민준=minjun 하은=haeun 도윤=doyun 지우=jiwoo",
    family: "권=kwon 남궁=namgung 홍=hong 윤=yoon 선우=sunwoo",
    order: "family_first",
  },
  japanese: {
    given: "美咲=misaki 大輔=daisuke 千尋=chihiro 直樹=naoki さくら=sakura",
    family: "長谷部=hasebe 小笠原=ogasawara 桐生=kiryu 早乙女=saotome 水無月=minazuki",
    order: "family_first",
  },
  kenyan: {
    given: "Wanjirũ Otieno Naliaka Kipchumba Mwende Halima",
    family: "Mũthoni-Kariũki Achieng' Wekesa Cheruiyot Mutũku Abdullahi",
  },
  southafrican: {
    given: "Nomthandazo Thabo Annelize Lerato Riëtte Sipho",
    family: "Ngcobo-Dlamini Mokgatlhê Esterhuizen Naidoo van_Schalkwyk Qwabe",
  },
  nigerian: {
    given: "Adébáyọ̀ Chiamaka Ifẹ́olúwa Halimatu Ṣadé Emeka",
    family: "Ogúnlẹ́yẹ Nwachukwu-Eze Adélékè Danjuma Ọlátúnjí Okereke",
  },
  ugandan: {
    given: "Nakato Ssemwanga Akello Byaruhanga Kirabo",
    family: "Nabirye-Musoke Okello Tumusiime Ssekandi Achan",
  },
  ghanaian: { given: "Akosua Kwabena Esinam Yaw Abla", family: "Ɔwusu-Ansah Agyemang Ɖogbe Boateng Tɛtteh" },
  ethiopian: {
    given: "ሰላም=selam ዳዊት=dawit ሕይወት=hiwot ተስፋዬ=tesfaye",
    family: "ገብረማርያም=gebremariam አለማየሁ=alemayehu ወልደሚካኤል=woldemichael",
  },
  rwandan: { given: "Uwimana Ishimwe Mugisha Umutoni", family: "Nzeyimana-Keza Habyarimana-Ruto Mukantwali Nshuti" },
  tanzanian: { given: "Neema Baraka Rehema Juma", family: "Mwakyusa Ng'wandu Mshale Kimambo-Ally" },
  senegalese: {
    given: "Aïssatou Mamadou Ndèye Cheikh-Tidiane Solène Éric-Blaise",
    family: "Diagné Sarr-Mbaye Tchoumkeu Ngo_Bassôm Fall Ndongué",
  },
  malawian: { given: "Chikondi Thokozani Mphatso Tadala", family: "Nyirenda Mkandaŵire Phiri-Banda Gondwe" },
  brazilian: {
    given: "Thaís Ubiratã Cecília Antônio Jaciara Luís-Otávio",
    family: "Conceição_Prado Araújo-Tupinambá Vasconcêlos Assunção Brandão_Luz Gusmão",
  },
  latin: {
    given: "Ximena Andrés Yolanda Óscar Nayeli Iván Quetzalli Rocío Julián Saywa",
    family: "Quiñónez Huamaní Ordóñez_Ríos Tzoc Sepúlveda Etchegaray Mamani-Cárdenas Galván_Núñez Chávez Yupanqui",
  },
  american: {
    given: "Marisol DeShawn Kealoha Hannah Xóchitl Minh-Anh Ezra Aiyana Rashid Priyanka Brigid Tomasz Leilani",
    family:
      "Whitfield-Begay Castañeda Nakagawa Oyelaran Kowalczyk Ransome Delacroix Tsosie Venkataraghavan Holcombe Muñiz Bergstrøm Al-Tamimi",
  },
  canadian: {
    given: "Maëlle Jasleen Étienne Nuliajuk Gwendolyn",
    family: "Bélanger-Roy Dhaliwal Ittinuar Thériault MacEachern",
  },
  australian: {
    given: "Jedda Lachlan Thuỳ-Linh Maree Stavros Bindi",
    family: "Yunupingu-Hale Kavanagh Phạm Giannakópoulos Wollaston Murrawah",
  },
  maori: { given: "Ngāio Tāne Hinemoa Rāwiri", family: "Te_Whānau-Pō Parātene Hēmara Wētere" },
};
